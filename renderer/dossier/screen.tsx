import { Stack, Tabs } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Onglet } from "../../shared/dossier/kernel.ts";
import { type FormExtras, useSession } from "../form/index.ts";
import { useDossier } from "./context.ts";
import { EntryTab } from "./entry-tab.tsx";
import { TabBar } from "./tab-bar.tsx";
import { entryTabs, type FollowTab, isEntry, openTab } from "./tabs.ts";

/** Follow-up panels hold forms of their own: once opened they stay, so that nothing typed is lost by a look aside. */
const FollowPanels = ({ tab, follow }: { tab: string; follow: readonly FollowTab[] }) => {
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  if (follow.some(({ id }) => id === tab) && !visited.has(tab)) setVisited(new Set(visited).add(tab));
  return follow
    .filter(({ id }) => visited.has(id))
    .map(({ id, panel: Panel }) => (
      <Tabs.Panel key={id} value={id} keepMounted pt="md">
        <Panel />
      </Tabs.Panel>
    ));
};

const EntryPanel = ({
  tab,
  entries,
  ...props
}: Pick<FormExtras, "fieldAction"> & {
  tab: string;
  entries: readonly Onglet[];
  onOpened: () => void;
}) =>
  isEntry(tab, entries) ? (
    <Tabs.Panel value={tab} pt="md">
      <EntryTab key={tab} onglet={tab} {...props} />
    </Tabs.Panel>
  ) : null;

/** The head of a dossier, its tabs, and under them the one that is open. */
export const DossierTabs = ({
  header,
  asked,
  onTab,
  follow,
  fieldAction,
}: Pick<FormExtras, "fieldAction"> & {
  header: ReactNode;
  /** The tab the app asks for; the first one stands in when it is not open. */
  asked?: string;
  onTab: (tab: string) => void;
  follow: readonly FollowTab[];
}) => {
  const { session } = useDossier();
  const { ctx, view } = useSession(session);
  const entries = entryTabs(ctx, view.baseValidee);
  const tab = openTab(asked, entries, follow);
  return (
    <Stack gap="sm">
      {header}
      <Tabs value={tab} onChange={(next) => next && onTab(next)}>
        <TabBar entries={entries} follow={follow} />
        <EntryPanel
          tab={tab}
          entries={entries}
          fieldAction={fieldAction}
          onOpened={() => onTab("alternant")}
        />
        <FollowPanels tab={tab} follow={follow} />
      </Tabs>
    </Stack>
  );
};
