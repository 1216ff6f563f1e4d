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
import { lastDossiersQuery } from "../dossiers/filters.ts";

interface Entry {
  readonly href: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
}
const entries: readonly Entry[] = [
  { href: "/", label: "Tableau de bord", icon: IconLayoutDashboard },
  { href: "/dossiers", label: "Dossiers", icon: IconFolders },
  { href: "/formations", label: "Formations", icon: IconSchool },
  { href: "/courriels", label: "Courriels", icon: IconMail },
  { href: "/reglages", label: "Réglages", icon: IconSettings },
  { href: "/aide", label: "Aide", icon: IconHelp },
];

export const Nav = () => {
  const [path] = useLocation();
  return (
    <Stack component="nav" aria-label="Menu principal" gap={4}>
      {entries.map(({ href, label, icon: Icon }, index) => {
        const active = href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
        // Coming back to the list finds it as it was left.
        const target = href === "/dossiers" && path !== href ? `${href}${lastDossiersQuery()}` : href;
        return (
          <Tooltip key={href} label={`Alt + ${index + 1}`} position="right" openDelay={700}>
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

export const navTargets: readonly string[] = entries.map((entry) => entry.href);
