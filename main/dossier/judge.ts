import type { Dossier, Jugement, Tx } from "../../db/ports.ts";
import type { Completude, Formation } from "../../shared/api/models.ts";
import { addDays, todayInParis } from "../../shared/dossier/calendar.ts";
import { completeness, contratOf, currentForm } from "../../shared/dossier/index.ts";
import type { DossierContext, DossierData, FormVersion } from "../../shared/dossier/kernel.ts";
import {
  type CrossFacts,
  crossFactsFrom,
  type Finding,
  isBlocking,
  judgeFindings,
  RULES_VERSION,
  readsOtherDossiers,
  type SmicTable,
} from "../../shared/rules/index.ts";
import { currentSmic } from "./smic.ts";
import { holds, stampOf } from "./stamp.ts";

/** What the schema and the rules say of a dossier’s data, and what they looked at to say it. */
export interface Judgement {
  readonly completude: Completude;
  readonly constats: readonly Finding[];
  /** Blocking findings only. */
  readonly bloquants: number;
  readonly faits: CrossFacts;
  /** Fingerprint of what it was made from. */
  readonly cle: string;
}

/** What a judgement reads of the formation: nothing else of it can change one. */
export type JudgedFormation = Pick<Formation, "mission">;

/** The day and the dated parameters. */
export interface Circumstances {
  readonly today: string;
  readonly smic: SmicTable;
}
export const circumstances = async (tx: Tx, now: Date): Promise<Circumstances> => ({
  today: todayInParis(now),
  smic: await currentSmic(tx),
});

/** The form version of data that still live: the one in force that day for their contract. */
export const liveForm = (data: DossierData, today: string): FormVersion =>
  currentForm(contratOf(data), today);

export const contextOf = (
  data: DossierData,
  { mission }: JudgedFormation,
  form: FormVersion,
): DossierContext => ({ data, mission, form });

/** Pure: completeness (G10) and findings for these data on this day, with their fingerprint. */
export const judge = (
  ctx: DossierContext,
  { today, smic }: Circumstances,
  faits: CrossFacts = {},
): Judgement => {
  const { constats, used } = judgeFindings({ ...ctx, today, smic, faits });
  return {
    completude: completeness(ctx),
    constats,
    bloquants: constats.filter(isBlocking).length,
    faits,
    cle: stampOf({
      regles: RULES_VERSION,
      form: ctx.form,
      mission: ctx.mission,
      ...(used.smic ? { smic } : {}),
      ...(used.until ? { jusqua: used.until } : {}),
    }),
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

/** A judgement as the database keeps it, and back. */
export const asStored = ({ completude, constats, bloquants, faits, cle }: Judgement): Jugement => ({
  completude,
  bloquants,
  jugement: { constats, faits },
  jugementCle: cle,
});
const storedIn = ({ completude, bloquants, jugement, jugementCle }: Dossier): Judgement | undefined =>
  jugement && { completude, bloquants, ...jugement, cle: jugementCle };

/** True when the stored judgement of a living dossier is the one that would be made now. */
export const stillHolds = (
  stamp: string,
  form: FormVersion,
  { mission }: JudgedFormation,
  now: Circumstances,
): boolean => holds(stamp, { regles: RULES_VERSION, form, mission, ...now });

/**
 * The judgement of a dossier as it stands: the stored one while it holds, made again otherwise (`fresh` false). A
 * frozen dossier keeps the judgement of its freezing, whatever the rules have become since.
 */
export const judgementOf = async (
  tx: Tx,
  now: Circumstances,
  dossier: Dossier,
  formation: JudgedFormation,
): Promise<{ judgement: Judgement; fresh: boolean }> => {
  const fige = dossier.etat === "valide";
  const stored = storedIn(dossier);
  const live = liveForm(dossier.data, now.today);
  if (stored && (fige || stillHolds(stored.cle, live, formation, now)))
    return { judgement: stored, fresh: true };
  const frozen = fige ? await tx.dossiers.instantane(dossier.id) : undefined;
  const ctx = contextOf(
    frozen?.contenu.data ?? dossier.data,
    frozen?.contenu ?? formation,
    frozen?.form ?? live,
  );
  return { judgement: judge(ctx, now, await crossFacts(tx, ctx, dossier.id)), fresh: false };
};

/**
 * The judgement of data about to be stored. The facts of other dossiers are asked again only when a value they depend
 * on changes, or when somebody emptied the fingerprint.
 */
export const judgeChange = async (
  tx: Tx,
  now: Circumstances,
  before: Dossier,
  data: DossierData,
  formation: JudgedFormation,
): Promise<Judgement> => {
  const ctx = contextOf(data, formation, liveForm(data, now.today));
  const known =
    before.jugement &&
    before.jugementCle.startsWith(`${RULES_VERSION}|`) &&
    !readsOtherDossiers(before.data, data)
      ? before.jugement.faits
      : await crossFacts(tx, ctx, before.id);
  return judge(ctx, now, known);
};
