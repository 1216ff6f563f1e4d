import { Alert, Button, Checkbox, Group, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { IconCheck, IconLockOpen, IconSparkles } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { Card } from "../../../dossier/card.tsx";
import { useDecision, useDossier } from "../../../dossier/context.ts";
import { ReasonDialog } from "../../../dossier/reason-dialog.tsx";
import { since } from "../../../dossier/since.ts";
import { Article, Calcul, GraviteBadge } from "../../../form/index.ts";
import { frenchError, hasCode } from "../../../ui/errors.ts";
import { instantFr } from "../../../ui/french.ts";
import { EconomieBadge } from "../../../ui/states.tsx";
import classes from "../desk.module.css";
import { type DeskGestures, useDeskGesture } from "../door.ts";
import { addYear, type EconomieDraft, type Errors, readDraft, removeLastYear, toDraft } from "./draft.ts";
import { Schedule } from "./schedule.tsx";
import { YearTable } from "./year-table.tsx";

export type EconomieVue = Awaited<ReturnType<DeskGestures["economie"]["saisir"]>>;

const Findings = ({ constats }: { constats: EconomieVue["constats"] }) =>
  constats.length === 0 ? null : (
    <Card title="Contrôles économiques">
      <Stack gap="sm">
        {constats.map((constat) => (
          <div
            key={constat.regle + constat.message}
            className={classes.finding}
            data-gravite={constat.gravite}
          >
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <GraviteBadge gravite={constat.gravite} />
              <div>
                <Text size="sm">{constat.message}</Text>
                <Article article={constat.article} />
                <Calcul calcul={constat.calcul} />
              </div>
            </Group>
          </div>
        ))}
      </Stack>
    </Card>
  );

const Status = ({ economie }: { economie: EconomieVue["economie"] }) => (
  <Group gap="sm">
    <EconomieBadge etat={economie.etat} />
    <Text size="sm" c="dimmed">
      {economie.etat === "validee"
        ? `par ${economie.validePar ?? "—"} le ${instantFr(economie.valideLe)}`
        : [
            economie.saisiPar
              ? `Saisie par ${economie.saisiPar} le ${instantFr(economie.saisiLe)}`
              : undefined,
            since(economie.depuis),
          ]
            .filter(Boolean)
            .join(" · ")}
    </Text>
  </Group>
);

export const EconomieForm = ({ vue }: { vue: EconomieVue }) => {
  const { setDirty } = useDossier();
  const gesture = useDeskGesture();
  const enter = useDecision("saisirEconomie");
  const validate = useDecision("validerEconomie");
  const reopen = useDecision("rouvrirEconomie");
  const { economie, proposition } = vue;
  const stored = useMemo(() => toDraft(economie.annees ? economie : proposition), [economie, proposition]);
  const [draft, setDraft] = useState<EconomieDraft>(stored);
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<unknown>();
  const [reopening, setReopening] = useState(false);
  const changed = JSON.stringify(draft) !== JSON.stringify(stored);
  const unsaved = changed || economie.etat === "a_saisir";
  useEffect(() => {
    setDirty("economie", changed);
    return () => setDirty("economie", false);
  }, [changed, setDirty]);

  const { version } = economie;
  const run = (
    name: string,
    call: (economie: DeskGestures["economie"], id: string) => Promise<unknown>,
    done: string,
  ): Promise<boolean> => {
    setFailure(undefined);
    return gesture.run(
      name,
      async (gestures, { id }) => {
        await call(gestures.economie, id);
        return undefined;
      },
      done,
      setFailure,
    );
  };
  const save = () => {
    const read = readDraft(draft);
    setErrors(read.ok ? {} : read.errors);
    if (!read.ok) return setFailure(undefined);
    const { saisie } = read;
    void run(
      "saisir",
      (sheet, id) => sheet.saisir({ id, version, saisie }),
      "Les éléments économiques sont enregistrés.",
    );
  };
  const readOnly = !enter.permis;
  const text = (
    key: "nuitees" | "repas" | "premierEquipement" | "mobilite" | "majorationRqth",
    label: string,
    unit: string,
  ) => (
    <TextInput
      label={label}
      value={draft[key]}
      onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })}
      error={errors[key]}
      readOnly={readOnly}
      inputMode="decimal"
      classNames={{ input: classes.moneyInput }}
      rightSection={
        <Text size="xs" c="dimmed" aria-hidden>
          {unit}
        </Text>
      }
    />
  );
  return (
    <Stack gap="md">
      <Card title="Éléments économiques" aside={<Status economie={economie} />}>
        <Stack gap="md">
          {readOnly && enter.raison ? (
            <Text size="sm" c="dimmed">
              {enter.raison}
            </Text>
          ) : null}
          {proposition && !readOnly ? (
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                Cactus propose des montants d’après le contrat et la formation&#8239;; un écart se lit sous
                chaque montant.
              </Text>
              <Button
                variant="light"
                size="xs"
                leftSection={<IconSparkles size={15} />}
                onClick={() => setDraft(toDraft(proposition))}
              >
                Reprendre la proposition
              </Button>
            </Group>
          ) : null}
          <YearTable
            draft={draft}
            proposition={proposition}
            errors={errors}
            readOnly={readOnly}
            onChange={setDraft}
          />
          {readOnly ? null : (
            <Group gap="xs">
              <Button
                size="compact-xs"
                variant="default"
                disabled={draft.annees.length >= 4}
                onClick={() => setDraft(addYear(draft))}
              >
                Ajouter une année
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                disabled={draft.annees.length <= 1}
                onClick={() => setDraft(removeLastYear(draft))}
              >
                Retirer la dernière année
              </Button>
            </Group>
          )}
          <SimpleGrid cols={{ base: 2, md: 5 }} spacing="sm">
            {text("nuitees", "Nuitées", "")}
            {text("repas", "Repas", "")}
            {text("premierEquipement", "Premier équipement", "€")}
            {text("mobilite", "Mobilité", "€")}
            {text("majorationRqth", "Majoration RQTH", "€")}
          </SimpleGrid>
          <Checkbox
            label="Un reste à charge est prévu pour l’employeur, et il l’accepte"
            checked={draft.resteAChargePrevu}
            disabled={readOnly}
            onChange={(event) => setDraft({ ...draft, resteAChargePrevu: event.currentTarget.checked })}
          />
          <Textarea
            label="Remarque"
            value={draft.remarque}
            readOnly={readOnly}
            maxLength={2000}
            autosize
            minRows={2}
            onChange={(event) => setDraft({ ...draft, remarque: event.currentTarget.value })}
          />
          {failure ? (
            <Alert
              color="red"
              role="alert"
              title={hasCode(failure, "CONFLIT") ? "Quelqu’un a modifié la revue entre-temps" : undefined}
            >
              {frenchError(failure)}
            </Alert>
          ) : null}
          <Group justify="flex-end" gap="sm">
            {!validate.permis && validate.raison && economie.etat !== "validee" ? (
              <Text size="sm" c="dimmed" mr="auto">
                {validate.raison}
              </Text>
            ) : null}
            {readOnly ? null : (
              <Button
                variant={economie.etat === "a_saisir" ? "filled" : "default"}
                disabled={!unsaved}
                loading={gesture.busy === "saisir"}
                onClick={save}
              >
                Enregistrer
              </Button>
            )}
            {validate.permis ? (
              <Button
                leftSection={<IconCheck size={16} />}
                disabled={changed}
                loading={gesture.busy === "valider"}
                onClick={() =>
                  void run(
                    "valider",
                    (sheet, id) => sheet.valider({ id, version }),
                    "Les éléments économiques sont validés\u00a0: la convention est disponible.",
                  )
                }
              >
                Valider les éléments économiques
              </Button>
            ) : null}
            {reopen.permis ? (
              <Button
                variant="light"
                color="orange"
                leftSection={<IconLockOpen size={16} />}
                onClick={() => setReopening(true)}
              >
                Rouvrir la revue
              </Button>
            ) : null}
          </Group>
        </Stack>
      </Card>
      <Findings constats={vue.constats} />
      <Schedule echeancier={vue.echeancier} />
      {reopening ? (
        <ReasonDialog
          title="Rouvrir la revue économique"
          explanation="La convention n’est plus disponible jusqu’à la nouvelle validation."
          confirm="Rouvrir la revue"
          color="orange"
          busy={gesture.busy === "rouvrir"}
          onClose={() => setReopening(false)}
          onConfirm={(motif) =>
            void run(
              "rouvrir",
              (sheet, id) => sheet.rouvrir({ id, version, motif }),
              "La revue économique est rouverte.",
            ).then((ok) => ok && setReopening(false))
          }
        />
      ) : null}
    </Stack>
  );
};
