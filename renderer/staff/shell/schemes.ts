import { IconDeviceDesktop, IconMoon, IconSun } from "@tabler/icons-react";

export const schemes = [
  { value: "light", label: "Thème clair", icon: IconSun, mots: "jour apparence" },
  { value: "dark", label: "Thème sombre", icon: IconMoon, mots: "nuit apparence" },
  { value: "auto", label: "Thème du système", icon: IconDeviceDesktop, mots: "apparence" },
] as const;
