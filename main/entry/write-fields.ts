import type { Dossier, Tx } from "../../db/ports.ts";
import type { Changement } from "../../shared/api/gestures.ts";
import type { DossierVue } from "../../shared/api/models.ts";
import type { FieldConflict, FieldIssue } from "../../shared/catalogues/errors.ts";
import { whoOf } from "../../shared/catalogues/roles.ts";
import { canWrite, findField, maskValue, tidyValue } from "../../shared/dossier/index.ts";
import type { Contrat, Field, FormVersion, Value } from "../../shared/dossier/kernel.ts";
import type { Actor, Deps } from "../deps.ts";
import { applyData, auditBy, changesBetween, fieldLabel, fullFieldLabel } from "../dossier/change.ts";
import { liveForm } from "../dossier/form.ts";
import { assertAllowed, load } from "../dossier/load.ts";
import { formationData } from "../dossier/prefill.ts";
import { viewOf } from "../dossier/view.ts";

export interface WriteResult {
  readonly dossier: DossierVue;
  readonly refus: FieldIssue[];
  readonly conflits: FieldConflict[];
}

/** The writer’s kind, as the schema’s rights know it. */
export const writerOf = (actor: Actor): ReturnType<typeof whoOf> =>
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
 * G8: writes fields one by one as they are typed. Each change says what the screen showed before: a field that
 * somebody else changed meanwhile is not overwritten, both values go back; the others are written. An invalid value
 * is refused by name and the rest is kept.
 */
export const writeFields =
  (deps: Deps) =>
  async (actor: Actor, id: string, changements: readonly Changement[]): Promise<WriteResult> =>
    deps.store.write(async (tx) => {
      const loaded = await load(tx, actor, id);
      assertAllowed(actor, "ecrire", loaded.facts);
      const { dossier, formation } = loaded;
      const form = liveForm(dossier.data, deps.now());
      const data: Record<string, Value> = { ...(dossier.data as Record<string, Value>) };
      const refus: WriteResult["refus"] = [];
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
            ...(await lastAuthor(tx, id, field.id)),
          });
          continue;
        }
        if (tidied.value === undefined) delete data[field.id];
        else data[field.id] = tidied.value;
      }
      const after = await store(deps, tx, actor, dossier, formation, data);
      return { dossier: await viewOf(deps, tx, actor, after), refus, conflits };
    });

const store = async (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  dossier: Dossier,
  formation: Parameters<typeof applyData>[2]["formation"],
  typed: Record<string, Value>,
): Promise<Dossier> => {
  const contrat = (typed.contrat ?? dossier.contrat) as Contrat;
  // The other contract asks the CFA for other fields: what is already known is filled in, never overwritten.
  const cfa = contrat === dossier.contrat ? undefined : await tx.reglages.cfa();
  const data = cfa ? { ...formationData(cfa, formation, dossier.varianteId, contrat), ...typed } : typed;
  const changements = changesBetween(dossier.data, data, liveForm(data, deps.now()));
  const [first] = changements;
  if (!first) return dossier;
  const after = await applyData(tx, deps.now(), { dossier, formation }, data);
  await tx.audit.record(
    auditBy(actor, {
      action: "dossier.ecrit",
      dossierId: dossier.id,
      phrase:
        changements.length === 1
          ? `a modifié «\u00a0${fullFieldLabel(first.champ, contrat)}\u00a0»`
          : `a modifié ${changements.length} champs`,
      changements,
    }),
  );
  return after;
};
