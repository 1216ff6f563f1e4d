import type { Formation } from "../../shared/api/models.ts";
import type { Contrat } from "../../shared/dossier/kernel.ts";
import { baseData, type Data, fullData, inventPerson, type Person } from "./dossier-data.ts";
import { type Random, seeded } from "./random.ts";
import { momentsOf } from "./time.ts";

/** How far each of the 300 dossiers has gone, in shares: every state and every reason to wait is there. */
export const stages = [
  "invite",
  "base",
  "partiel",
  "complet",
  "demande",
  "valide",
  "economie",
  "pret",
  "retourne",
  "abandonne",
  "provisoire",
  "simple",
] as const;
export type Stage = (typeof stages)[number];
const shares: Readonly<Record<Stage, number>> = {
  invite: 34,
  base: 26,
  partiel: 48,
  complet: 20,
  demande: 30,
  valide: 28,
  economie: 22,
  pret: 56,
  retourne: 8,
  abandonne: 6,
  provisoire: 12,
  simple: 10,
};

/** What a half-filled dossier still lacks. */
const gaps: readonly (readonly string[])[] = [
  ["apprentiNir", "apprentiTelephone"],
  ["employeurIdcc", "employeurEffectif", "maitre1DateNaissance", "maitre1Courriel"],
  ["dateConclusion", "dureeHebdoHeures", "salaireBrutMensuel"],
  ["apprentiCommuneNaissance", "apprentiDepartementNaissance", "employeurTelephone", "faitA"],
];

/** One invented dossier, before anything happened to it: who, with what, when, and how far it goes. */
export interface Invented {
  readonly stage: Stage;
  readonly formation: Formation;
  readonly contrat: Contrat;
  readonly person: Person;
  readonly moments: readonly Date[];
  /** Données de base. */
  readonly base: Data;
  /** All that is typed after them. */
  readonly suite: Data;
  /** What nobody has typed yet: the pay is not proposed while it is among them. */
  readonly manque: readonly string[];
  /** The dates of the formation are carried over in one gesture (G12); the others are typed. */
  readonly datesReportees: boolean;
}

/** A dossier that waits for its formation follows one that validates: elsewhere the request itself validates (G19). */
const waits: readonly Stage[] = ["demande", "retourne"];

const invent = (
  random: Random,
  stage: Stage,
  index: number,
  formation: Formation,
  rentree: string,
  now: Date,
): Invented => {
  const contrat: Contrat = index % 9 === 4 ? "professionnalisation" : "apprentissage";
  const person = inventPerson(random, rentree, index);
  const moments = momentsOf(random, now, 5);
  const draw = seeded(random.int(0, 2 ** 31 - 1));
  const base = {
    ...baseData(draw, person, formation),
    ...(stage === "simple" ? { niveauSaisie: "simple" } : {}),
  };
  const suite = fullData(draw, person, formation, base, contrat, index);
  const manque = stage === "partiel" ? draw.pick(gaps) : [];
  const datesReportees = stage === "provisoire" || index % 3 === 0;
  return { stage, formation, contrat, person, moments, base, suite, manque, datesReportees };
};

/** Drawn whole before anything is written: the demonstration is the same at every creation. */
export const inventDossiers = (
  formations: readonly Formation[],
  rentree: string,
  now: Date,
): readonly Invented[] => {
  const random = seeded(2026);
  const validating = formations.filter(({ modeValidation }) => modeValidation === "formation");
  return stages
    .flatMap((stage) => Array.from({ length: shares[stage] }, () => stage))
    .map((stage, index) => {
      const among = waits.includes(stage) ? validating : formations;
      return invent(random, stage, index, among[index % among.length] as Formation, rentree, now);
    });
};
