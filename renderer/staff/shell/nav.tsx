import { NavLink, Stack, Tooltip } from "@mantine/core";
import {
  IconFolders,
  IconHelp,
  IconLayoutDashboard,
  IconMail,
  IconSchool,
  IconSettings,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { Link, useLocation } from "wouter";
import { type ShortcutId, shortcuts } from "../../../shared/api/poste/shortcuts.ts";
import { lastDossiersQuery } from "../dossiers/filters.ts";
import { keysText } from "../poste/keys.tsx";

interface Entry {
  readonly id: ShortcutId & ("tableau" | "dossiers" | "formations" | "courriels" | "reglages" | "guide");
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
}
const order: readonly Entry[] = [
  { id: "tableau", icon: IconLayoutDashboard },
  { id: "dossiers", icon: IconFolders },
  { id: "formations", icon: IconSchool },
  { id: "courriels", icon: IconMail },
  { id: "reglages", icon: IconSettings },
  { id: "guide", icon: IconHelp },
];
/** The screens of the menu, with their names and keys. */
export const screens = order.map(({ id, icon }) => ({
  id,
  icon,
  href: shortcuts[id].chemin,
  label: shortcuts[id].label,
}));

export const Nav = () => {
  const [path] = useLocation();
  return (
    <Stack component="nav" aria-label="Menu principal" gap={4}>
      {screens.map(({ id, href, label, icon: Icon }) => {
        const active = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
        // Coming back to the list finds it as it was left.
        const target = href === "/dossiers" && path !== href ? `${href}${lastDossiersQuery()}` : href;
        return (
          <Tooltip key={href} label={keysText(id)} position="right" openDelay={700}>
            <NavLink
              component={Link}
              href={target}
              label={label}
              active={active}
              aria-current={active ? "page" : undefined}
              leftSection={<Icon size={20} stroke={1.6} />}
              style={{ borderRadius: "var(--mantine-radius-sm)" }}
            />
          </Tooltip>
        );
      })}
    </Stack>
  );
};
