import { Alert, Anchor, Button, Group, ScrollArea, Stack, Tabs, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconRefresh } from "@tabler/icons-react";
import { useMemo, useRef, useState } from "react";
import { whoOf } from "../../../shared/catalogues/roles.ts";
import { tabsOf } from "../../../shared/dossier/index.ts";
import { type Onglet, ongletLabels } from "../../../shared/dossier/kernel.ts";
import {
  allProgress,
  type FormPort,
  FormProvider,
  focusFieldSoon,
  tabOfField,
  useFormSession,
  useSession,
} from "../../form/index.ts";
import { frenchError } from "../../ui/errors.ts";
import { instantFr } from "../../ui/french.ts";
import { CheckMark, StateBadge } from "../../ui/states.tsx";
import { client } from "../client.ts";
import { type PortalDossier, PortalDossierContext, type Vue } from "./context.ts";
import { EntryTab } from "./entry-tab.tsx";
import { FollowUp } from "./follow-up.tsx";
import { Life } from "./life.tsx";

type Tab = Onglet | "suivi" | "vie";

/** The form’s way to the portal contract. */
const portFor = (id: string, publish: (vue: Vue) => void): FormPort<Vue> => ({
  write: (changements) => client.dossiers.ecrire({ id, changements: [...changements] }),
  validate: (onglet) => client.dossiers.validerOnglet({ id, onglet }),
  explain: (champ) => client.dossiers.pourquoi({ id, champ }),
  reveal: async () => (await client.dossiers.revelerNir({ id })).nir,
  onView: publish,
});

export const DossierBody = ({
  vue: read,
  publish,
  refresh,
}: {
  vue: Vue;
  publish: (vue: Vue) => void;
  refresh: () => void;
}) => {
  // The session keeps the port it was born with: it must always reach the current publish.
  const latest = useRef(publish);
  latest.current = publish;
  const port = useMemo(() => portFor(read.id, (vue) => latest.current(vue)), [read.id]);
  const session = useFormSession(read, port);
  const state = useSession(session);
  const vue = state.view;
  const entries: readonly Onglet[] = vue.baseValidee ? tabsOf(state.ctx) : ["base"];
  const [asked, setTab] = useState<Tab>(read.baseValidee ? "suivi" : "base");
  const tab: Tab = asked === "suivi" || asked === "vie" || entries.includes(asked) ? asked : "base";
  const [busy, setBusy] = useState<string>();
  const progress = new Map(allProgress(state).map((one) => [one.onglet, one]));

  const run: PortalDossier["run"] = async (name, work, done) => {
    setBusy(name);
    try {
      await session.settle();
      const now = session.getState().view;
      const fresh = await work({ id: now.id, version: now.version });
      session.adopt(fresh);
      publish(fresh);
      notifications.show({ message: done, color: "cactus" });
      return true;
    } catch (error) {
      notifications.show({ message: frenchError(error), color: "red", autoClose: 8000 });
      refresh();
      return false;
    } finally {
      setBusy(undefined);
    }
  };
  const goTo = (champ: string): void => {
    const target = tabOfField(session.getState(), champ, [...entries]);
    if (!target) return;
    setTab(target);
    focusFieldSoon(champ);
  };
  const write = vue.decisions.find((one) => one.action === "ecrire");
  const lecture = write?.permis ? undefined : (write?.raison ?? "Vous ne pouvez pas modifier ce dossier.");
  const name = [vue.prenom, vue.nom].filter(Boolean).join(" ") || vue.courriel;
  return (
    <PortalDossierContext.Provider value={{ vue, session, goTo, run, ...(busy ? { busy } : {}) }}>
      <FormProvider session={session} who={whoOf(vue.lecteur)} lecture={lecture}>
        <Stack gap="sm">
          <div>
            <Anchor href="#/" size="sm" c="dimmed">
              Vos dossiers
            </Anchor>
            <Group justify="space-between" align="flex-start">
              <Title order={1} size="h2">
                {name}{" "}
                <Text span c="dimmed" size="sm" ff="monospace">
                  {vue.reference}
                </Text>
              </Title>
              <Group gap="xs">
                <StateBadge etat={vue.etat} />
                <Button variant="default" size="xs" leftSection={<IconRefresh size={15} />} onClick={refresh}>
                  Rafraîchir
                </Button>
              </Group>
            </Group>
            <Text size="sm" c="dimmed">
              {[`${vue.formation.titre} (${vue.formation.code})`, vue.entreprise].filter(Boolean).join(" · ")}
            </Text>
            <Text role="status" fw={600} mt={4}>
              {vue.prochaineEtape.phrase}
            </Text>
          </div>
          {vue.retour && vue.etat === "saisie" ? (
            <Alert color="orange" icon={<IconArrowBackUp size={18} />} title="Dossier à corriger">
              {vue.retour.motif}
              <Text size="xs" mt={4}>
                {vue.retour.par}, le {instantFr(vue.retour.le)}
              </Text>
            </Alert>
          ) : null}
          <Tabs value={tab} onChange={(next) => next && setTab(next as Tab)}>
            <ScrollArea type="never">
              <Tabs.List aria-label="Onglets du dossier" style={{ flexWrap: "nowrap" }}>
                {entries.map((onglet) => (
                  <Tabs.Tab
                    key={onglet}
                    value={onglet}
                    rightSection={progress.get(onglet)?.complet ? <CheckMark label="onglet complet" /> : null}
                    style={{ whiteSpace: "nowrap" }}
                  >
                    {ongletLabels[onglet]}
                  </Tabs.Tab>
                ))}
                {vue.baseValidee || vue.lecteur === "formation" ? (
                  <>
                    <Tabs.Tab value="suivi" style={{ whiteSpace: "nowrap" }}>
                      {ongletLabels.suivi}
                    </Tabs.Tab>
                    <Tabs.Tab value="vie" style={{ whiteSpace: "nowrap" }}>
                      {ongletLabels.vie}
                    </Tabs.Tab>
                  </>
                ) : null}
              </Tabs.List>
            </ScrollArea>
            <Tabs.Panel value={tab} pt="md">
              {tab === "suivi" ? (
                <FollowUp />
              ) : tab === "vie" ? (
                <Life />
              ) : (
                <EntryTab key={tab} onglet={tab} onOpened={() => setTab("alternant")} />
              )}
            </Tabs.Panel>
          </Tabs>
        </Stack>
      </FormProvider>
    </PortalDossierContext.Provider>
  );
};
