import { Alert, Anchor, Button, Group, List, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { FieldIssue } from "../../shared/catalogues/errors.ts";
import { fieldById, findField, labelOf } from "../../shared/dossier/index.ts";
import { type Onglet, ongletLabels } from "../../shared/dossier/kernel.ts";
import { fieldIssuesOf, frenchError } from "../ui/errors.ts";
import { useForm, useSession } from "./context.ts";
import { focusField } from "./focus-field.ts";
import classes from "./form.module.css";
import { tabProgress } from "./progress.ts";
import { SaveIndicator } from "./save-indicator.tsx";

interface Refusal {
  readonly titre: string;
  readonly issues: readonly FieldIssue[];
}

/** « Valider » (G8): saves, then refuses by naming what is missing and moving there, or passes. */
export const ValidateBar = ({
  onglet,
  onValidated,
}: {
  onglet: Onglet;
  onValidated?: (onglet: Onglet) => void;
}) => {
  const { session, lecture } = useForm();
  const state = useSession(session);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab, another question
  useEffect(() => setRefusal(undefined), [onglet]);
  if (lecture !== undefined) return null;

  const refuse = (titre: string, issues: readonly FieldIssue[]) => {
    setRefusal({ titre, issues });
    const first = issues[0];
    if (first) focusField(first.champ);
  };
  const validate = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const settled = await session.settle();
      const now = session.getState();
      const { manquants, invalides } = tabProgress(now, onglet);
      const local = [
        ...invalides,
        ...manquants.map((champ) => ({ champ, message: labelOf(fieldById(champ)) })),
      ];
      if (now.statut === "hors-connexion" || now.statut === "bloque")
        return setRefusal({
          titre: "La saisie n’est pas encore enregistrée\u00a0: réessayez dès que la connexion revient.",
          issues: [],
        });
      if (local.length > 0)
        return refuse(
          `L’onglet «\u00a0${ongletLabels[onglet]}\u00a0» n’est pas validé. ${invalides.length > 0 ? "À corriger ou à remplir" : "Il manque"}\u00a0:`,
          local,
        );
      if (!settled)
        return setRefusal({
          titre:
            "Une saisie, ici ou dans un autre onglet, n’est pas enregistrée\u00a0: corrigez-la (ou rétablissez-la), puis recommencez.",
          issues: [],
        });
      await session.validate(onglet);
      onValidated?.(onglet);
    } catch (error) {
      refuse(frenchError(error), fieldIssuesOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={classes.foot}>
      {refusal ? (
        <Alert
          className={classes.refusal}
          color="red"
          role="alert"
          title={refusal.titre}
          withCloseButton
          closeButtonLabel="Fermer"
          onClose={() => setRefusal(undefined)}
        >
          {refusal.issues.length > 0 ? (
            <List size="sm" spacing={2}>
              {refusal.issues.map(({ champ, message }) => (
                <List.Item key={champ + message}>
                  {findField(champ) ? (
                    <Anchor component="button" type="button" size="sm" onClick={() => focusField(champ)}>
                      {message}
                    </Anchor>
                  ) : (
                    message
                  )}
                </List.Item>
              ))}
            </List>
          ) : null}
        </Alert>
      ) : null}
      <div className={classes.bar}>
        <SaveIndicator />
        <Group gap="md" wrap="nowrap">
          <Text size="sm" c="dimmed">
            {(() => {
              const { remplis, requis } = tabProgress(state, onglet);
              return `${remplis} sur ${requis} champs obligatoires`;
            })()}
          </Text>
          <Button onClick={() => void validate()} loading={busy} leftSection={<IconCheck size={16} />}>
            Valider
          </Button>
        </Group>
      </div>
    </div>
  );
};
