import { z } from "zod";
import { contrats } from "../../dossier/kernel.ts";
import { etats, etatsEconomie } from "../../workflow/index.ts";
import { base } from "../errors.ts";
import { commonGestures, deskGestures } from "../gestures.ts";
import { day, dossierLigne, finding, id } from "../models.ts";

export const filtre = z.object({
  recherche: z.string().max(200).optional(),
  formationId: id.optional(),
  etats: z.array(z.enum(etats)).optional(),
  contrat: z.enum(contrats).optional(),
  complet: z.boolean().optional(),
  economie: z.array(z.enum(etatsEconomie)).optional(),
  datesProvisoires: z.boolean().optional(),
  debutAvant: day.optional(),
});
export type Filtre = z.infer<typeof filtre>;

const value = z.union([z.string(), z.number(), z.boolean()]);

/** Lists and what is done to many dossiers at once; then every gesture of one dossier that the desk has. */
export const dossiers = {
  lister: base
    .input(
      z.object({
        filtre: filtre.default({}),
        tri: z.enum(["modifieLe", "nom", "dateDebut", "reference"]).default("modifieLe"),
        sens: z.enum(["asc", "desc"]).default("desc"),
        limite: z.int().min(1).max(200).default(50),
        curseur: z.string().max(500).optional(),
        /** Total and facets are asked for with the first page only. */
        avecTotaux: z.boolean().default(false),
      }),
    )
    .output(
      z.object({
        lignes: z.array(dossierLigne),
        suite: z.string().optional(),
        total: z.int().optional(),
        facettes: z
          .object({
            etats: z.record(z.enum(etats), z.int()),
            economies: z.record(z.enum(etatsEconomie), z.int()),
            complets: z.int(),
            datesProvisoires: z.int(),
          })
          .optional(),
      }),
    ),
  /** G1: one or many at once; bad and duplicate lines are reported line by line, the good ones go. */
  inviter: base
    .input(
      z.object({
        formationId: id,
        varianteId: id.optional(),
        contrat: z.enum(contrats).default("apprentissage"),
        lignes: z.string().max(200_000),
      }),
    )
    .output(
      z.object({
        invites: z.array(
          z.object({ ligne: z.int(), dossierId: id, reference: z.string(), courriel: z.string() }),
        ),
        refus: z.array(z.object({ ligne: z.int(), texte: z.string(), raison: z.string() })),
      }),
    ),
  controler: base
    .input(z.object({ ids: z.array(id).min(1).max(500) }))
    .output(
      z.array(z.object({ id, reference: z.string(), complet: z.boolean(), constats: z.array(finding) })),
    ),
  /** State’s public search of enterprises, cached; nothing is overwritten here, the screen asks. */
  chercherEtablissement: base.input(z.object({ siret: z.string().max(20) })).output(
    z.object({
      trouve: z.boolean(),
      message: z.string().optional(),
      valeurs: z.array(
        z.object({ champ: z.string(), libelle: z.string(), valeur: value, affichage: z.string() }),
      ),
      source: z.enum(["annuaire", "dossiers", "cache"]).optional(),
    }),
  ),
  ...commonGestures,
  ...deskGestures,
};
