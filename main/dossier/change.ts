import type { AuditEntry } from "../../db/ports.ts";
import {
  contratOfForm,
  displayValue,
  findField,
  fullLabelOf,
  labelOf,
  maskValue,
} from "../../shared/dossier/index.ts";
import type { Contrat, DossierData, FormVersion, Value } from "../../shared/dossier/kernel.ts";
import type { Actor } from "../deps.ts";

/** French display of a value for the history; sensitive ones masked. */
export const shown = (id: string, value: Value | undefined, form: FormVersion): string | undefined => {
  if (value === undefined) return undefined;
  const field = findField(id);
  if (!field) return String(value);
  return field.sensitive ? String(maskValue(field, value, form)) : displayValue(field, value, form);
};

export const fieldLabel = (id: string, contrat: Contrat): string => {
  const field = findField(id);
  return field ? labelOf(field, contrat) : id;
};

/** « Adresse de l’apprenti — Voie »: read on its own, in a sentence. */
export const fullFieldLabel = (id: string, contrat: Contrat): string => {
  const field = findField(id);
  return field ? fullLabelOf(field, contrat) : id;
};

/** Field-level before and after, for the audit, in the words of the form. */
export const changesBetween = (before: DossierData, after: DossierData, form: FormVersion) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((id) => before[id] !== after[id])
    .map((id) => ({
      champ: id,
      libelle: fieldLabel(id, contratOfForm(form)),
      avant: shown(id, before[id], form),
      apres: shown(id, after[id], form),
    }));

export const auditBy = (
  actor: Actor,
  entry: Omit<AuditEntry, "acteur" | "acteurId" | "porte">,
): AuditEntry => ({ acteur: actor.nom, acteurId: actor.compteId, porte: actor.porte, ...entry });
