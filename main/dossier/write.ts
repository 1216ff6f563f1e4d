import type { Tx } from "../../db/ports.ts";
import type { Changement } from "../../shared/api/gestures.ts";
import type { FieldConflict, FieldIssue } from "../../shared/catalogues/errors.ts";
import { whoOf } from "../../shared/catalogues/roles.ts";
import { canWrite, contratOf, findField, maskValue, tidyValue } from "../../shared/dossier/index.ts";
import type { DossierData, Field, FormVersion, Value } from "../../shared/dossier/kernel.ts";
import type { Actor } from "../deps.ts";
import { fieldLabel, fullFieldLabel } from "./change.ts";
import { liveForm } from "./judge.ts";
import type { OpenDossier } from "./open.ts";
import { formationData } from "./prefill.ts";

export interface Written {
  readonly opened: OpenDossier;
  readonly refus: FieldIssue[];
  readonly conflits: FieldConflict[];
}

/** The writer’s kind, as the schema’s rights know it. */
const writerOf = (actor: Actor): ReturnType<typeof whoOf> =>
  actor.role === "systeme" ? "cfa" : whoOf(actor.role);

/** A stored value as this person’s screen shows it: the NIR travels masked. */
const asSeen = (field: Field, value: Value | undefined, form: FormVersion): Value | null =>
  value === undefined ? null : field.sensitive ? maskValue(field, value, form) : value;

/** Who last changed a field, for the conflict dialog. */
const lastAuthor = async (tx: Tx, dossierId: string, champ: string) => {
  const { lignes } = await tx.audit.ofDossier(dossierId, { limite: 50 });
  const event = lignes.find((candidate) => candidate.changements.some((change) => change.champ === champ));
  return event ? { par: event.acteur, le: event.le } : {};
};

/**
 * Values as somebody gives them, through the schema’s formats and rights, whatever the door. Each says what was shown
 * before: a field that somebody else changed meanwhile is not overwritten, both values go back; the others are
 * written. An invalid value is refused by name and the rest is kept.
 */
export const writeInto = async (
  tx: Tx,
  actor: Actor,
  opened: OpenDossier,
  changements: readonly Changement[],
): Promise<Written> => {
  const { dossier, form } = opened;
  const data: Record<string, Value> = { ...(dossier.data as Record<string, Value>) };
  const refus: FieldIssue[] = [];
  const conflits: FieldConflict[] = [];
  for (const change of changements) {
    const field = findField(change.champ);
    if (!field || !canWrite(field, writerOf(actor))) {
      refus.push({
        champ: change.champ,
        message: field
          ? `«\u00a0${fieldLabel(field.id, dossier.contrat)}\u00a0» ne se modifie pas ici\u00a0: demandez-le au CFA.`
          : "Ce champ n’existe pas dans le dossier.",
      });
      continue;
    }
    const tidied = tidyValue(field, change.apres, form);
    if (!tidied.ok) {
      refus.push({ champ: field.id, message: tidied.message });
      continue;
    }
    const current = data[field.id];
    if (current === tidied.value) continue;
    const seen = asSeen(field, current, form);
    if (seen !== change.avant && !(field.sensitive && change.avant === current)) {
      conflits.push({
        champ: field.id,
        libelle: fieldLabel(field.id, dossier.contrat),
        votre: field.sensitive ? asSeen(field, tidied.value, form) : (tidied.value ?? null),
        actuel: seen,
        ...(await lastAuthor(tx, dossier.id, field.id)),
      });
      continue;
    }
    if (tidied.value === undefined) delete data[field.id];
    else data[field.id] = tidied.value;
  }
  return { opened: await store(tx, opened, data), refus, conflits };
};

const store = async (tx: Tx, opened: OpenDossier, typed: DossierData): Promise<OpenDossier> => {
  const { dossier, formation } = opened;
  const contrat = contratOf(typed);
  // The other contract asks the CFA for other fields: what is already known is filled in, never overwritten.
  const cfa = contrat === dossier.contrat ? undefined : await tx.reglages.cfa();
  const known = cfa
    ? formationData(cfa, formation, dossier.varianteId, contrat, liveForm(typed, opened.now.today))
    : {};
  const data = { ...known, ...typed };
  const changed = Object.keys({ ...dossier.data, ...data }).filter((id) => dossier.data[id] !== data[id]);
  const [first] = changed;
  if (!first) return opened;
  const after = await opened.change(data);
  await after.record(
    "dossier.ecrit",
    changed.length === 1
      ? `a modifié «\u00a0${fullFieldLabel(first, contrat)}\u00a0»`
      : `a modifié ${changed.length} champs`,
    dossier.data,
  );
  return after;
};
