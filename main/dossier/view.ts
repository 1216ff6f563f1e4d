import type { Dossier } from "../../db/ports.ts";
import {
  type DossierLigne,
  type DossierVue,
  dossierLigne,
  type Formation,
  type Invitation,
  missingIn,
} from "../../shared/api/models.ts";
import { findField, maskValue } from "../../shared/dossier/index.ts";
import type { DossierData, FormVersion, Value } from "../../shared/dossier/kernel.ts";
import { actions, decide, documentsOf, nextStep } from "../../shared/workflow/index.ts";
import type { Actor } from "../deps.ts";
import { constatFor } from "./constat.ts";
import type { Judgement } from "./judge.ts";
import type { OpenDossier } from "./open.ts";

/** Sensitive values masked: the clear NIR leaves only by the audited gesture. */
export const maskedData = (data: DossierData, form: FormVersion): DossierData => {
  const out: Record<string, Value> = {};
  for (const [id, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const field = findField(id);
    out[id] = field?.sensitive ? maskValue(field, value, form) : value;
  }
  return out;
};

const rowKeys = Object.keys(dossierLigne.shape) as (keyof DossierLigne)[];

/** The dossier’s row of the lists, with the judgement that holds now. */
export const rowOf = (
  dossier: Dossier,
  formation: Formation,
  { completude, bloquants }: Pick<Judgement, "completude" | "bloquants">,
): DossierLigne => {
  const row = {
    ...dossier,
    formationTitre: formation.titre,
    complet: completude.complet,
    manquants: missingIn(completude),
    bloquants,
  };
  return Object.fromEntries(
    rowKeys.flatMap((key) => (row[key] === undefined ? [] : [[key, row[key]]])),
  ) as DossierLigne;
};

export const varianteOf = (formation: Formation, varianteId: string | undefined) =>
  formation.variantes.find((variante) => variante.id === varianteId);
/** Dates of the formation, or of the variante that the dossier follows (G12). */
export const formationDates = (
  formation: Formation,
  varianteId?: string,
): { dateDebut: string; dateFin: string } => {
  const variante = varianteOf(formation, varianteId);
  return {
    dateDebut: variante?.dateDebut ?? formation.dateDebut,
    dateFin: variante?.dateFin ?? formation.dateFin,
  };
};

/**
 * The alternant and the company see what concerns the data, as the staff do; the economic review stays with the CFA
 * (it is not in this view).
 */
export const viewFrom = (
  actor: Actor,
  opened: OpenDossier,
  invitations: readonly Invitation[],
): DossierVue => {
  const { dossier, formation, judgement, facts, context } = opened;
  const { role } = actor;
  return {
    ...rowOf(dossier, formation, judgement),
    version: dossier.version,
    // The system has no screen of its own: what it reads, an administrator would.
    lecteur: role === "systeme" ? "administrateur" : role,
    data: maskedData(context.data, context.form) as Record<string, Value>,
    mission: context.mission,
    form: context.form,
    baseValidee: dossier.baseValidee,
    formation: {
      id: formation.id,
      titre: formation.titre,
      code: dossier.formationCode,
      varianteLibelle: varianteOf(formation, dossier.varianteId)?.libelle,
      ...formationDates(formation, dossier.varianteId),
      responsable: formation.responsable,
      modeValidation: formation.modeValidation,
    },
    completude: judgement.completude,
    constats: judgement.constats.map((finding) =>
      constatFor(actor, finding, dossier.confirmations[finding.regle]),
    ),
    documents: documentsOf(facts, role).map((status) => ({ ...status })),
    prochaineEtape: nextStep(facts),
    decisions:
      role === "systeme"
        ? []
        : actions.map((action) => {
            const answer = decide(action, role, facts);
            return answer.ok ? { action, permis: true } : { action, permis: false, raison: answer.raison };
          }),
    invitations: [...invitations],
    retour: dossier.retour,
    figeLe: dossier.figeLe,
    empreinte: dossier.empreinte,
    cerfaExterne: dossier.cerfaExterne,
  };
};
