import { z } from "zod";
import { modesMission } from "../../dossier/kernel.ts";
import { modesValidation } from "../../workflow/index.ts";
import { adresse, cents, day, id, instant, line, optionalLine, version } from "./base.ts";

export const calendrierDonnees = z.object({
  periodes: z
    .array(
      z.object({
        du: day,
        au: day,
        type: z.enum(["centre", "entreprise", "examen", "conges"]),
        libelle: optionalLine(),
      }),
    )
    .max(400),
  commentaire: optionalLine(2000),
});

export type CalendrierDonnees = z.infer<typeof calendrierDonnees>;

export const programmeDonnees = z.object({
  objectifs: optionalLine(5000),
  prerequis: optionalLine(3000),
  modules: z
    .array(
      z.object({
        titre: line().min(1),
        heures: z.number().min(0).max(2000).optional(),
        contenu: optionalLine(5000),
      }),
    )
    .max(100),
  modalites: optionalLine(5000),
  evaluation: optionalLine(5000),
  accessibilite: optionalLine(3000),
});

export type ProgrammeDonnees = z.infer<typeof programmeDonnees>;

/** Calendrier or programme: a supplied PDF, or data that Cactus renders (G23). */
export const pieceFormation = <T extends z.ZodType>(donnees: T) =>
  z.discriminatedUnion("mode", [
    z.object({ mode: z.literal("absent") }),
    z.object({ mode: z.literal("fichier"), fichierId: id, nom: line() }),
    z.object({ mode: z.literal("donnees"), donnees }),
  ]);

/** `F728`, `F724-2` (G5). */
export const codeAcces = z
  .string()
  .regex(
    /^F\d{2,3}(-\d)?$/,
    "Le code d’accès s’écrit F suivi de 2 ou 3 chiffres, parfois d’un tiret et d’un chiffre (F724-2).",
  );

export const variante = z.object({
  id: id.optional(),
  libelle: line().min(1),
  code: codeAcces,
  /** Closed, or outside its dates, or used up: nobody signs up with it any more. */
  ouvert: z.boolean().default(true),
  ouvertDu: day.optional(),
  ouvertAu: day.optional(),
  inscriptionsMax: z.int().min(1).optional(),
  /** Dates and hours of this variant when they differ from the formation’s (second year only). */
  dateDebut: day.optional(),
  dateFin: day.optional(),
  heures: z.int().min(1).max(9999).optional(),
});

export type Variante = z.infer<typeof variante>;

/** What a person enters about a formation. The formation itself is the « variante » with the bare code. */
export const formationSaisie = z.object({
  titre: line().min(1),
  /** Codes of `diplomeApprentissage` (10103) and `diplomeProfessionnalisation` (12434): two tables, two fields. */
  diplome: line(4),
  diplomePro: optionalLine(4),
  niveau: z.int().min(3).max(8),
  intituleDiplome: line(300).min(1),
  licencePro: z.boolean().default(false),
  codeDiplome: line(8),
  rncp: line(10),
  specialiteNsf: optionalLine(3),
  dateDebut: day,
  dateFin: day,
  dateFinEpreuves: day.optional(),
  heures: z.int().min(1).max(9999),
  heuresDistance: z.int().min(0).max(9999).default(0),
  lieu: z.object({
    estCfa: z.boolean().default(true),
    denomination: optionalLine(),
    uai: optionalLine(8),
    siret: optionalLine(14),
    adresse: adresse.optional(),
  }),
  responsable: z.object({ nom: line().min(1), courriel: line() }),
  code: codeAcces,
  codeOuvert: z.boolean().default(true),
  codeOuvertDu: day.optional(),
  codeOuvertAu: day.optional(),
  codeInscriptionsMax: z.int().min(1).optional(),
  variantes: z.array(variante).max(20).default([]),
  modeValidation: z.enum(modesValidation).default("formation"),
  mission: z.enum(modesMission).default("facultative"),
  calendrier: pieceFormation(calendrierDonnees).default({ mode: "absent" }),
  programme: pieceFormation(programmeDonnees).default({ mode: "absent" }),
  coutAnnuelCentimes: cents.optional(),
  npecCentimes: cents.optional(),
});

export type FormationSaisie = z.infer<typeof formationSaisie>;

export const formation = formationSaisie.extend({
  id,
  version,
  creeLe: instant,
  modifieLe: instant,
  archivee: z.boolean(),
});

export type Formation = z.infer<typeof formation>;
