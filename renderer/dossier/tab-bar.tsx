import { Tabs, Text } from "@mantine/core";
import { type Onglet, ongletLabels } from "../../shared/dossier/kernel.ts";
import { allProgress, useSession } from "../form/index.ts";
import { CheckMark } from "../ui/states.tsx";
import { useDossier } from "./context.ts";
import classes from "./dossier.module.css";
import type { FollowTab } from "./tabs.ts";

/** G9: each tab with its check mark, or what is left to fill. Arrow keys move from tab to tab. */
export const TabBar = ({ entries, follow }: { entries: readonly Onglet[]; follow: readonly FollowTab[] }) => {
  const { session } = useDossier();
  const progress = new Map(allProgress(useSession(session)).map((tab) => [tab.onglet, tab]));
  return (
    <Tabs.List className={classes.tablist} aria-label="Onglets du dossier">
      <div className={classes.tabgroup} role="presentation">
        {entries.map((onglet) => {
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
              {ongletLabels[onglet]}
            </Tabs.Tab>
          );
        })}
      </div>
      <div className={classes.tabgroup} role="presentation">
        {follow.map(({ id, label, mark: Mark }) => (
          <Tabs.Tab key={id} value={id} className={classes.tab} rightSection={Mark ? <Mark /> : null}>
            {label}
          </Tabs.Tab>
        ))}
      </div>
    </Tabs.List>
  );
};
