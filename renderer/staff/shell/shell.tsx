import { AppShell, Badge, Box, Button, Group, Text, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { useCommand } from "../../ui/commands.ts";
import { usePackWatch } from "../dossiers/pack-watch.tsx";
import { useAlerts } from "../poste/alerts.ts";
import { usePoste } from "../poste/anywhere.tsx";
import { useInside } from "../poste/inside.tsx";
import { Keys, openShortcuts } from "../poste/keys.tsx";
import { UpdateNotice } from "../poste/update-notice.tsx";
import { useShortcuts } from "../poste/use-shortcuts.ts";
import { useSession } from "../session/session.tsx";
import { CactusMark } from "./cactus-mark.tsx";
import { useIdleLock } from "./idle-lock.ts";
import { Nav } from "./nav.tsx";
import { Palette } from "./palette/palette.tsx";
import classes from "./shell.module.css";
import { UserMenu } from "./user-menu.tsx";
import { Ways } from "./ways.tsx";

const demoHeight = 28;

export const Shell = ({ children }: { children: ReactNode }) => {
  const session = useSession();
  const { etat } = session;
  const [searching, search] = useDisclosure(false);
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const workstation = usePoste();
  useIdleLock();
  useAlerts();
  usePackWatch();
  useInside({ openPalette: search.open });
  useCommand("verrouiller", () => void session.lock());
  useShortcuts(openShortcuts);
  // A new screen is announced and read from its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what changes
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [path]);
  const ribbon = etat.demo ? demoHeight : 0;
  return (
    <>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        Aller au contenu
      </button>
      <AppShell header={{ height: 56 + ribbon }} navbar={{ width: 224, breakpoint: 0 }} padding="lg">
        <AppShell.Header>
          {etat.demo ? (
            <Box className={classes.demo} h={demoHeight} px="md" role="note">
              <Text size="sm" ta="center" lh={`${demoHeight}px`} fw={500}>
                Démonstration&nbsp;: données inventées, aucun courriel ne sort de Cactus.
              </Text>
            </Box>
          ) : null}
          <Group h={56} px="md" justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap" miw={0}>
              <Ways />
              <CactusMark />
              <Text fw={700}>Cactus</Text>
              <Text c="dimmed" truncate>
                {etat.cfa?.denomination}
              </Text>
              {workstation?.dossier && !etat.demo ? (
                <Tooltip label={workstation.dossier}>
                  <Badge color="orange" variant="light">
                    Autre dossier de données
                  </Badge>
                </Tooltip>
              ) : null}
            </Group>
            <Group gap="xs" wrap="nowrap">
              <Button
                variant="default"
                c="dimmed"
                fw={400}
                leftSection={<IconSearch size={16} />}
                rightSection={<Keys of="palette" />}
                onClick={search.open}
              >
                Chercher un dossier
              </Button>
              <UserMenu />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="sm">
          <AppShell.Section grow>
            <Nav />
          </AppShell.Section>
          <AppShell.Section>
            <UpdateNotice />
          </AppShell.Section>
        </AppShell.Navbar>
        <AppShell.Main ref={main} id="contenu" tabIndex={-1} className={classes.main}>
          {children}
        </AppShell.Main>
      </AppShell>
      {searching ? <Palette onClose={search.close} /> : null}
    </>
  );
};
