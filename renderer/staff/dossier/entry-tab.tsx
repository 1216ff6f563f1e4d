import { Button, Stack } from "@mantine/core";
import { IconBuilding, IconCoinEuro } from "@tabler/icons-react";
import { useCallback, useMemo, useState } from "react";
import type { Field, Onglet } from "../../../shared/dossier/kernel.ts";
import { FormationDates, FormExtrasProvider, ProvisionalDates, TabForm } from "../../form/index.ts";
import { client } from "../../ui/client.ts";
import { useDecision, useDossier } from "./context.ts";
import { SiretLookup } from "./siret-lookup.tsx";
import type { Tab } from "./tabs.ts";
import { notifyDone, useGesture } from "./use-gesture.ts";

/** Buttons beside a field or in a section’s title, drawn by the entry tabs. */
export const useEntryExtras = () => {
  const { session } = useDossier();
  const { run, busy } = useGesture();
  const [lookup, setLookup] = useState<string>();
  const fieldAction = useCallback(
    (field: Field) =>
      field.id === "employeurSiret" ? (
        <Button
          variant="default"
          px="sm"
          leftSection={<IconBuilding size={16} />}
          onClick={() => setLookup(String(session.getState().ctx.data.employeurSiret ?? ""))}
        >
          Rechercher l’entreprise
        </Button>
      ) : null,
    [session],
  );
  const sectionAction = useCallback(
    (section: string) =>
      /^Rémunération\s*: 1re/.test(section) ||
      (section === "Salaire et avantages" &&
        session.getState().ctx.data.contrat === "professionnalisation") ? (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconCoinEuro size={15} />}
          loading={busy === "remuneration"}
          onClick={() =>
            void run(
              "remuneration",
              client.dossiers.proposerRemuneration,
              "La rémunération minimale légale est reprise.",
            )
          }
        >
          Proposer la rémunération minimale
        </Button>
      ) : null,
    [busy, run, session],
  );
  const dialog =
    lookup === undefined ? null : <SiretLookup siret={lookup} onClose={() => setLookup(undefined)} />;
  return useMemo(() => ({ fieldAction, sectionAction, dialog }), [fieldAction, sectionAction, dialog]);
};

const Dates = () => {
  const { vue } = useDossier();
  const { run, busy } = useGesture();
  const write = useDecision("ecrire");
  const confirm = useDecision("confirmerDates");
  const { formation } = vue;
  return (
    <Stack gap="sm">
      <FormationDates
        titre={formation.titre}
        code={formation.code}
        variante={formation.varianteLibelle}
        dateDebut={formation.dateDebut}
        dateFin={formation.dateFin}
        busy={busy === "reporter"}
        onReport={
          write.permis
            ? () =>
                void run(
                  "reporter",
                  client.dossiers.reporterDates,
                  "Les dates de la formation sont reportées\u00a0: elles restent provisoires.",
                )
            : undefined
        }
      />
      {vue.datesProvisoires ? (
        <ProvisionalDates
          busy={busy === "confirmer"}
          onConfirm={
            confirm.permis
              ? () =>
                  void run(
                    "confirmer",
                    client.dossiers.confirmerDates,
                    "Les dates du contrat sont confirmées.",
                  )
              : undefined
          }
        />
      ) : null}
    </Stack>
  );
};

const validatedWords = (onglet: Onglet, wasOpen: boolean): string =>
  onglet === "base" && !wasOpen
    ? "Les données de base sont validées\u00a0: les autres onglets sont ouverts."
    : "L’onglet est validé.";

/** An entry tab for staff, who fill on behalf of anyone. */
export const EntryTab = ({
  onglet,
  onOpen,
  extras,
}: {
  onglet: Onglet;
  onOpen: (tab: Tab) => void;
  extras: ReturnType<typeof useEntryExtras>;
}) => {
  const { vue } = useDossier();
  const wasOpen = vue.baseValidee;
  return (
    <FormExtrasProvider fieldAction={extras.fieldAction} sectionAction={extras.sectionAction}>
      <TabForm
        onglet={onglet}
        header={onglet === "base" ? <Dates /> : undefined}
        onValidated={(done) => {
          notifyDone(validatedWords(done, wasOpen));
          if (done === "base" && !wasOpen) onOpen("alternant");
        }}
      />
      {extras.dialog}
    </FormExtrasProvider>
  );
};
