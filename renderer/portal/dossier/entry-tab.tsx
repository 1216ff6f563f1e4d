import { Button, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Onglet } from "../../../shared/dossier/kernel.ts";
import { FormationDates, FormExtrasProvider, ProvisionalDates, TabForm } from "../../form/index.ts";
import { client } from "../client.ts";
import { useDecision, usePortalDossier } from "./context.ts";

/** G12: the formation’s dates beside its name, carried over in one gesture. */
const Dates = () => {
  const { vue, run, busy } = usePortalDossier();
  const write = useDecision("ecrire");
  const confirm = useDecision("confirmerDates");
  return (
    <Stack gap="sm">
      <FormationDates
        titre={vue.formation.titre}
        code={vue.formation.code}
        variante={vue.formation.varianteLibelle}
        dateDebut={vue.formation.dateDebut}
        dateFin={vue.formation.dateFin}
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

/** The same tab as the staff’s, drawn from the same schema. */
export const EntryTab = ({ onglet, onOpened }: { onglet: Onglet; onOpened: () => void }) => {
  const { vue, run, busy } = usePortalDossier();
  const wasOpen = vue.baseValidee;
  const sectionAction = (section: string) =>
    /^Rémunération\s*: 1re/.test(section) ? (
      <Button
        size="compact-sm"
        variant="light"
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
    ) : null;
  return (
    <FormExtrasProvider sectionAction={sectionAction}>
      <TabForm
        onglet={onglet}
        header={onglet === "base" ? <Dates /> : undefined}
        onValidated={(done) => {
          const opened = done === "base" && !wasOpen;
          notifications.show({
            color: "cactus",
            message: opened
              ? "Les données de base sont validées\u00a0: les autres onglets sont ouverts, et votre contact dans l’entreprise est invité."
              : "L’onglet est validé.",
          });
          if (opened) onOpened();
        }}
      />
    </FormExtrasProvider>
  );
};
