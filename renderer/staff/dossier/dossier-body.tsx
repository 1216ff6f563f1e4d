import { Stack, Tabs } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { DossierVue } from "../../../shared/api/models.ts";
import { FormProvider, focusFieldSoon, tabOfField, useFormSession, useSession } from "../../form/index.ts";
import { useLeaveGuard } from "../common/use-leave-guard.ts";
import { useHashQuery } from "../shell/location.ts";
import { DossierContextReact } from "./context.ts";
import { ControlesTab } from "./controles/index.tsx";
import { EconomieTab } from "./economie/index.tsx";
import { EntryTab, useEntryExtras } from "./entry-tab.tsx";
import { DossierHeader, nameOf } from "./header.tsx";
import { HistoriqueTab } from "./historique.tsx";
import { SuiviTab } from "./suivi/index.tsx";
import { TabBar } from "./tab-bar.tsx";
import { entryTabs, type FollowTab, isEntry, type Tab, tabFromQuery } from "./tabs.ts";
import { useDossierPort } from "./use-dossier-port.ts";
import { VieTab } from "./vie/index.tsx";

const follow: Readonly<Record<FollowTab, () => ReactNode>> = {
  suivi: SuiviTab,
  economie: EconomieTab,
  vie: VieTab,
  controles: ControlesTab,
  historique: HistoriqueTab,
};

/** Why the entry tabs cannot be written, as the server says it. */
const lectureOf = (vue: DossierVue): string | undefined => {
  const decision = vue.decisions.find(({ action }) => action === "ecrire");
  return decision?.permis ? undefined : (decision?.raison ?? "Vous ne pouvez pas modifier ce dossier.");
};

/** Follow-up panels hold forms of their own: once opened they stay, so that nothing typed is lost by a look aside. */
const FollowPanels = ({ tab }: { tab: Tab }) => {
  const [visited, setVisited] = useState<ReadonlySet<FollowTab>>(new Set());
  if (!isEntry(tab) && !visited.has(tab)) setVisited(new Set(visited).add(tab));
  return [...visited].map((one) => {
    const Panel = follow[one];
    return (
      <Tabs.Panel key={one} value={one} keepMounted pt="md">
        <Panel />
      </Tabs.Panel>
    );
  });
};

const Panels = ({ tab, onOpen }: { tab: Tab; onOpen: (tab: Tab) => void }) => {
  const extras = useEntryExtras();
  return (
    <>
      {isEntry(tab) ? (
        <Tabs.Panel value={tab} pt="md">
          <EntryTab key={tab} onglet={tab} onOpen={onOpen} extras={extras} />
        </Tabs.Panel>
      ) : null}
      <FollowPanels tab={tab} />
    </>
  );
};

export const DossierBody = ({ vue: read }: { vue: DossierVue }) => {
  const port = useDossierPort(read.id);
  const session = useFormSession(read, port);
  const state = useSession(session);
  const vue = state.view;
  const open = entryTabs(state.ctx, vue.baseValidee);
  const tab = tabFromQuery(useHashQuery(), open);
  const [dirty, setDirtyParts] = useState<ReadonlySet<string>>(new Set());
  useLeaveGuard(dirty.size > 0);
  useDocumentTitle(`${nameOf(vue)} — Cactus`);

  const go = useCallback(
    (next: Tab) => {
      // Only the tab changes: the screen, and what its panels hold, stay.
      window.history.replaceState(window.history.state, "", `#/dossiers/${read.id}?onglet=${next}`);
      window.dispatchEvent(new HashChangeEvent("hashchange"));
    },
    [read.id],
  );
  const goTo = useCallback(
    (champ: string) => {
      const now = session.getState();
      const target = tabOfField(now, champ, entryTabs(now.ctx, now.view.baseValidee));
      if (!target) return;
      go(target);
      focusFieldSoon(champ);
    },
    [session, go],
  );
  const setDirty = useCallback((part: string, on: boolean) => {
    setDirtyParts((before) => {
      if (before.has(part) === on) return before;
      const next = new Set(before);
      if (on) next.add(part);
      else next.delete(part);
      return next;
    });
  }, []);
  const context = useMemo(() => ({ vue, session, goTo, setDirty }), [vue, session, goTo, setDirty]);
  return (
    <DossierContextReact.Provider value={context}>
      <FormProvider session={session} who="cfa" lecture={lectureOf(vue)}>
        <Stack gap="sm">
          <DossierHeader vue={vue} />
          <Tabs value={tab} onChange={(next) => next && go(next as Tab)}>
            <TabBar />
            <Panels tab={tab} onOpen={go} />
          </Tabs>
        </Stack>
      </FormProvider>
    </DossierContextReact.Provider>
  );
};
