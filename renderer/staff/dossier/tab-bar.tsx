import { Badge, Tabs, Text } from "@mantine/core";
import type { DossierVue } from "../../../shared/api/models.ts";
import { allProgress, useSession } from "../../form/index.ts";
import { CheckMark } from "../../ui/states.tsx";
import { useDossier } from "./context.ts";
import classes from "./dossier.module.css";
import { entryTabs, followTabs, tabLabels } from "./tabs.ts";

const openFindings = (vue: DossierVue): { bloquants: number; autres: number } => {
  const open = vue.constats.filter((finding) => !finding.confirmation);
  const bloquants = open.filter(({ gravite }) => gravite === "bloquant").length;
  return { bloquants, autres: open.filter(({ gravite }) => gravite === "alerte").length };
};

/** G9: each tab with its check mark, or what is left to fill. Arrow keys move from tab to tab. */
export const TabBar = () => {
  const { session } = useDossier();
  const state = useSession(session);
  const progress = new Map(allProgress(state).map((tab) => [tab.onglet, tab]));
  const { bloquants, autres } = openFindings(state.view);
  return (
    <Tabs.List className={classes.tablist} aria-label="Onglets du dossier">
      <div className={classes.entry} role="presentation">
        {entryTabs(state.ctx, state.view.baseValidee).map((onglet) => {
          const tab = progress.get(onglet);
          const left = (tab?.requis ?? 0) - (tab?.remplis ?? 0);
          return (
            <Tabs.Tab
              key={onglet}
              value={onglet}
              className={classes.tab}
              rightSection={
                tab?.complet ? (
                  <CheckMark label="onglet complet" />
                ) : left > 0 ? (
                  <Text span size="xs" c="dimmed" aria-label={`${left} à remplir`}>
                    {left}
                  </Text>
                ) : null
              }
            >
              {tabLabels[onglet]}
            </Tabs.Tab>
          );
        })}
      </div>
      <div className={classes.follow} role="presentation">
        {followTabs.map((tab) => (
          <Tabs.Tab
            key={tab}
            value={tab}
            className={classes.tab}
            rightSection={
              tab === "controles" && bloquants + autres > 0 ? (
                <Badge
                  size="xs"
                  circle={bloquants + autres < 10}
                  color={bloquants > 0 ? "red" : "orange"}
                  variant="filled"
                  aria-label={bloquants > 0 ? `${bloquants} bloquants` : `${autres} à confirmer`}
                >
                  {bloquants || autres}
                </Badge>
              ) : null
            }
          >
            {tabLabels[tab]}
          </Tabs.Tab>
        ))}
      </div>
    </Tabs.List>
  );
};
