import type { Dossier, Instantane, Tx } from "../../db/ports.ts";
import type { DossierLigne, DossierVue, Formation, Invitation } from "../../shared/api/models.ts";
import { findField, maskValue } from "../../shared/dossier/index.ts";
import type { DossierData, FormVersion, Value } from "../../shared/dossier/kernel.ts";
import { actions, decide, documentsOf, nextStep } from "../../shared/workflow/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { constatFor } from "./constat.ts";
import { liveForm } from "./form.ts";
import { type Judgement, judgeIn } from "./judge.ts";
import { type Loaded, withFormation } from "./load.ts";

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

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

export const rowOf = (dossier: Dossier, formation: Formation): DossierLigne => ({
  id: dossier.id,
  reference: dossier.reference,
  contrat: dossier.contrat,
  niveauSaisie: dossier.niveauSaisie,
  etat: dossier.etat,
  etatDepuis: dossier.etatDepuis,
  nom: text(dossier.data.apprentiNomNaissance),
  prenom: text(dossier.data.apprentiPrenom),
  courriel: dossier.courriel,
  entreprise: text(dossier.data.employeurDenomination),
  siret: text(dossier.data.employeurSiret),
  formationId: formation.id,
  formationTitre: formation.titre,
  formationCode: codeOf(dossier, formation),
  complet: dossier.completude.complet,
  manquants: dossier.completude.onglets.reduce(
    (sum, tab) => sum + tab.manquants.length + tab.invalides.length,
    0,
  ),
  bloquants: dossier.bloquants,
  economie: dossier.economie,
  datesProvisoires: dossier.datesProvisoires,
  dateDebut: text(dossier.data.dateDebutExecution),
  dateFin: text(dossier.data.dateFinContrat),
  modifieLe: dossier.modifieLe,
});

export const varianteOf = (formation: Formation, varianteId: string | undefined) =>
  formation.variantes.find((variante) => variante.id === varianteId);
const codeOf = (dossier: Dossier, formation: Formation): string =>
  varianteOf(formation, dossier.varianteId)?.code ?? formation.code;

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
 * Whether the rules may be read by this person: the alternant and the company see what concerns the data, as the
 * staff do; the economic review stays with the CFA (it is not in this view).
 */
export const viewFrom = (
  actor: Actor,
  { dossier, formation, facts }: Loaded,
  judgement: Judgement,
  invitations: readonly Invitation[],
  frozen: Instantane | undefined,
  form: FormVersion,
): DossierVue => {
  const role = actor.role;
  const current = { ...facts, complet: judgement.completude.complet, bloquants: judgement.bloquants };
  return {
    ...rowOf(dossier, formation),
    complet: judgement.completude.complet,
    bloquants: judgement.bloquants,
    version: dossier.version,
    // The system has no screen of its own: what it reads, an administrator would.
    lecteur: role === "systeme" ? "administrateur" : role,
    data: {
      ...(maskedData(frozen?.contenu.data ?? dossier.data, form) as Record<string, Value>),
    },
    mission: frozen?.contenu.mission ?? formation.mission,
    form,
    baseValidee: dossier.baseValidee,
    formation: {
      id: formation.id,
      titre: formation.titre,
      code: codeOf(dossier, formation),
      varianteLibelle: varianteOf(formation, dossier.varianteId)?.libelle,
      ...formationDates(formation, dossier.varianteId),
      responsable: formation.responsable,
      modeValidation: formation.modeValidation,
    },
    completude: judgement.completude,
    constats: judgement.constats.map((finding) =>
      constatFor(actor, finding, dossier.confirmations[finding.regle]),
    ),
    documents: documentsOf(current, role).map((status) => ({
      ...status,
    })),
    prochaineEtape: nextStep(current),
    decisions:
      role === "systeme"
        ? []
        : actions.map((action) => {
            const answer = decide(action, role, current);
            return answer.ok ? { action, permis: true } : { action, permis: false, raison: answer.raison };
          }),
    invitations: [...invitations],
    retour: dossier.retour,
    figeLe: dossier.figeLe,
    empreinte: dossier.empreinte,
    cerfaExterne: dossier.cerfaExterne,
  };
};

/** Reads a dossier as a screen shows it, judged today. */
export const buildView = async (deps: Deps, tx: Tx, actor: Actor, loaded: Loaded): Promise<DossierVue> => {
  const { dossier, formation } = loaded;
  const frozen = dossier.etat === "valide" ? await tx.dossiers.instantane(dossier.id) : undefined;
  const form = frozen?.form ?? liveForm(dossier.data, deps.now());
  const judgement = await judgeIn(tx, deps.now(), {
    form,
    data: frozen?.contenu.data ?? dossier.data,
    formation: frozen ? { mission: frozen.contenu.mission } : formation,
    exceptId: dossier.id,
  });
  return viewFrom(actor, loaded, judgement, await tx.invitations.ofDossier(dossier.id), frozen, form);
};

export const viewOf = async (deps: Deps, tx: Tx, actor: Actor, dossier: Dossier): Promise<DossierVue> =>
  buildView(deps, tx, actor, await withFormation(tx, dossier));
