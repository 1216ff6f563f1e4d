import type { Dossier, Tx } from "../../db/ports.ts";
import type { Completude, Formation } from "../../shared/api/models.ts";
import { addDays, todayInParis } from "../../shared/dossier/calendar.ts";
import { completeness } from "../../shared/dossier/index.ts";
import type { DossierContext, DossierData, FormVersion } from "../../shared/dossier/kernel.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import { type CrossFacts, crossFactsFrom, findings, type SmicTable } from "../../shared/rules/index.ts";
import type { DossierFacts } from "../../shared/workflow/index.ts";
import { currentSmic } from "./smic.ts";

/** What the schema and the rules say of a dossier’s data, as stored with it at each write. */
export interface Judgement {
  readonly completude: Completude;
  readonly constats: readonly Finding[];
  /** Blocking findings only. */
  readonly bloquants: number;
}

export const contextOf = (
  data: DossierData,
  formation: Pick<Formation, "mission">,
  form: FormVersion,
): DossierContext => ({
  data,
  mission: formation.mission,
  form,
});

/** Pure part: completeness (G10) and findings for these data on this day. */
export const judge = (
  data: DossierData,
  formation: Pick<Formation, "mission">,
  form: FormVersion,
  circumstances: { today: string; smic: SmicTable; faits?: CrossFacts },
): Judgement => {
  const ctx = contextOf(data, formation, form);
  const constats = findings({ ...ctx, ...circumstances });
  return {
    completude: completeness(ctx),
    constats,
    bloquants: constats.filter((finding) => finding.gravite === "bloquant").length,
  };
};

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** Facts that only the whole database knows: the same maître, the same person, the same company elsewhere. */
export const crossFacts = async (
  tx: Tx,
  { data, form }: Pick<DossierContext, "data" | "form">,
  exceptId?: string,
): Promise<CrossFacts> => {
  const debut = text(data.dateDebutExecution);
  const fin = text(data.dateFinContrat) ?? (debut ? addDays(debut, 365) : undefined);
  const nom = text(data.maitre1Nom);
  const prenom = text(data.maitre1Prenom);
  const naissance = text(data.maitre1DateNaissance);
  const siret = text(data.employeurSiret);
  const denomination = text(data.employeurDenomination);
  const person = await tx.dossiers.memePersonne(
    {
      nir: text(data.apprentiNir),
      nom: text(data.apprentiNomNaissance),
      prenom: text(data.apprentiPrenom),
      naissance: text(data.apprentiDateNaissance),
    },
    exceptId,
  );
  return crossFactsFrom(
    { data, form },
    {
      apprentisDuMaitre:
        nom && prenom && naissance && debut && fin
          ? await tx.dossiers.apprentisDuMaitre(nom, prenom, naissance, debut, fin, exceptId)
          : [],
      memePersonne: person.map((one) => ({ ...one, fige: one.etat === "valide", form: one.form ?? form })),
      memeEntreprise:
        siret && denomination ? await tx.dossiers.memeEntreprise({ siret, denomination }, exceptId) : [],
    },
  );
};

/** The whole judgement, with the facts of the database and the SMIC of Réglages. */
export const judgeIn = async (
  tx: Tx,
  now: Date,
  subject: { data: DossierData; formation: Pick<Formation, "mission">; form: FormVersion; exceptId?: string },
): Promise<Judgement> =>
  judge(subject.data, subject.formation, subject.form, {
    today: todayInParis(now),
    smic: await currentSmic(tx),
    faits: await crossFacts(tx, subject, subject.exceptId),
  });

export const factsFrom = (dossier: Dossier, formation: Formation): DossierFacts => ({
  etat: dossier.etat,
  etatDepuis: dossier.etatDepuis,
  niveauSaisie: dossier.niveauSaisie,
  baseValidee: dossier.baseValidee,
  complet: dossier.completude.complet,
  bloquants: dossier.bloquants,
  datesProvisoires: dossier.datesProvisoires,
  modeValidation: formation.modeValidation,
  economie: dossier.economie,
  economieDepuis: dossier.economieDepuis,
  cerfaJoint: dossier.cerfaExterne !== undefined,
  calendrier: formation.calendrier.mode !== "absent",
  programme: formation.programme.mode !== "absent",
});
