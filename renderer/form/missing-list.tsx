import { Progress, Text, UnstyledButton } from "@mantine/core";
import { fieldById, labelOf, sectionsOf } from "../../shared/dossier/index.ts";
import type { Onglet } from "../../shared/dossier/kernel.ts";
import { CheckMark } from "../ui/states.tsx";
import { useForm, useSession } from "./context.ts";
import { focusField } from "./focus-field.ts";
import classes from "./form.module.css";
import { tabProgress } from "./progress.ts";

/** « Il manque : … », each a button that moves to the field; the count never hides a name. */
export const MissingList = ({ onglet }: { onglet: Onglet }) => {
  const { session } = useForm();
  const state = useSession(session);
  const { manquants, invalides, requis, remplis, complet } = tabProgress(state, onglet);
  const contrat =
    state.ctx.data.contrat === "professionnalisation" ? "professionnalisation" : "apprentissage";
  const absent = new Set(manquants);
  const groups = sectionsOf(onglet, state.ctx).flatMap(({ section, fields }) => {
    const ids = fields.filter((field) => absent.has(field.id)).map((field) => field.id);
    return ids.length > 0 ? [{ section, ids }] : [];
  });
  return (
    <nav className={classes.missing} aria-label="Ce qui manque dans cet onglet">
      <Text size="sm" fw={600} mb={6}>
        {complet ? (
          <>
            <CheckMark /> Onglet complet
          </>
        ) : invalides.length > 0 && manquants.length > 0 ? (
          "À corriger et à remplir"
        ) : manquants.length > 0 ? (
          `Il manque${"\u00a0"}: ${manquants.length} ${manquants.length > 1 ? "champs" : "champ"}`
        ) : (
          "À corriger"
        )}
      </Text>
      <Progress
        value={requis === 0 ? 100 : (remplis / requis) * 100}
        size="sm"
        mb={8}
        aria-label={`${remplis} champs remplis sur ${requis}`}
      />
      {invalides.map(({ champ, message }) => (
        <UnstyledButton key={champ} className={classes.missingButton} onClick={() => focusField(champ)}>
          <Text span size="sm" c="var(--mantine-color-error)">
            {labelOf(fieldById(champ), contrat)}&nbsp;: {message}
          </Text>
        </UnstyledButton>
      ))}
      {groups.map(({ section, ids }) => (
        <div key={section}>
          <Text size="xs" c="dimmed" mt={6}>
            {section}
          </Text>
          {ids.map((id) => (
            <UnstyledButton key={id} className={classes.missingButton} onClick={() => focusField(id)}>
              {labelOf(fieldById(id), contrat)}
            </UnstyledButton>
          ))}
        </div>
      ))}
    </nav>
  );
};
