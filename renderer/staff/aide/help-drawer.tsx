import { Button, Drawer, Group } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useEffectEvent, useState } from "react";
import { useCommand } from "../../ui/commands.ts";
import { Loading } from "../../ui/states.tsx";
import { useSession } from "../session/session.tsx";
import { navigate } from "../shell/location.ts";
import classes from "./drawer.module.css";
import type { Place } from "./drawer-content.tsx";
import { entrancePages, helpPageFor } from "./help-path.ts";
import { onHelpAsked, openHelp } from "./open-help.ts";
import { helpPath, type PageId } from "./sommaire.ts";

const DrawerContent = lazy(async () => ({ default: (await import("./drawer-content.tsx")).DrawerContent }));

const here = (): string => window.location.hash.replace(/^#?/, "");

/** The page of what is on screen: one of the entrance’s, or that of the route and its tab. */
const usePageHere = (): (() => PageId) => {
  const { etat, compte, locked, mustChange } = useSession();
  if (!compte)
    return () => (etat.premierDemarrage ? entrancePages.premierDemarrage : entrancePages.connexion);
  if (locked) return () => entrancePages.verrou;
  if (mustChange) return () => entrancePages.motDePasse;
  return () => helpPageFor(here());
};

/** F1: the help of this screen opens beside it, and what is being typed stays where it is. */
export const HelpDrawer = () => {
  const [place, setPlace] = useState<Place>();
  const pageHere = usePageHere();
  const asked = useEffectEvent(pageHere);
  const { compte, locked, mustChange } = useSession();
  const inside = compte !== undefined && !locked && !mustChange;
  // « Aide › Guide de Cactus » of the system’s menu.
  useCommand("aide", () => openHelp());
  useEffect(() => {
    const stop = onHelpAsked((page) => {
      // The guide itself is on screen already.
      if (page === undefined && here().startsWith("/aide")) return;
      setPlace({ page: page ?? asked() });
    });
    // On the window: a field that explains itself (« Pourquoi ? ») has answered before, and says so.
    const key = (event: KeyboardEvent) => {
      if (event.key !== "F1" || event.defaultPrevented) return;
      event.preventDefault();
      openHelp();
    };
    window.addEventListener("keydown", key);
    return () => {
      stop();
      window.removeEventListener("keydown", key);
    };
  }, []);
  const close = () => setPlace(undefined);
  return (
    <Drawer.Root
      opened={place !== undefined}
      onClose={close}
      position="right"
      size="min(620px, 92vw)"
      zIndex={1200}
    >
      <Drawer.Overlay opacity={0.45} />
      <Drawer.Content>
        {/* Not Mantine’s own header: its element would be a second banner of the page. */}
        <Group justify="space-between" className={classes.drawerHead}>
          <Group gap="sm">
            <Drawer.Title>Aide</Drawer.Title>
            {place && inside ? (
              <Button
                size="compact-sm"
                variant="subtle"
                leftSection={<IconExternalLink size={15} />}
                onClick={() => {
                  close();
                  navigate(helpPath(place.page, place.section));
                }}
              >
                Ouvrir en grand
              </Button>
            ) : null}
          </Group>
          <Drawer.CloseButton aria-label="Fermer l’aide" />
        </Group>
        <Drawer.Body>
          {place ? (
            <Suspense fallback={<Loading label="Ouverture de l’aide…" />}>
              <DrawerContent place={place} onPlace={setPlace} />
            </Suspense>
          ) : null}
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
};
