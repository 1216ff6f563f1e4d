import { z } from "zod";
import { fieldConflict, fieldIssue } from "../../catalogues/errors.ts";
import { contrats } from "../../dossier/kernel.ts";
import { etats, etatsEconomie, portalQualites } from "../../workflow/index.ts";
import { base } from "../errors.ts";
import { day, dossierLigne, dossierVue, evenement, finding, id, version } from "../models.ts";

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

const rawValue = z.union([z.string().max(10_000), z.number(), z.boolean()]).nullable();
/** One typed field: what the screen showed before, what the person typed. The server tidies and judges. */
export const changement = z.object({ champ: z.string().max(80), avant: rawValue, apres: rawValue });

export const ecriture = z.object({
  dossier: dossierVue,
  /** Refused values: the message names the field and the remedy; the screen keeps what was typed. */
  refus: z.array(fieldIssue),
  conflits: z.array(fieldConflict),
});

const cible = z.object({ id, version });
const avecMotif = cible.extend({ motif: z.string().trim().min(1, "Indiquez un motif.").max(2000) });

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
  lire: base.input(z.object({ id })).output(dossierVue),
  historique: base
    .input(z.object({ id, curseur: z.string().optional() }))
    .output(z.object({ lignes: z.array(evenement), suite: z.string().optional() })),
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
  ecrire: base.input(z.object({ id, changements: z.array(changement).min(1).max(200) })).output(ecriture),
  /** « Valider » of a tab (G8, G13); on Données de base opens the other tabs and invites the company once (G6). */
  validerOnglet: base
    .input(z.object({ id, onglet: z.enum(["base", "alternant", "employeur", "contrat", "mission"]) }))
    .output(dossierVue),
  /** G12: copies the formation’s dates, marked provisional until somebody confirms them. */
  reporterDates: base.input(cible).output(dossierVue),
  confirmerDates: base.input(cible).output(dossierVue),
  /** Fills the pay rows and the gross salary with the legal minimum. */
  proposerRemuneration: base.input(cible).output(dossierVue),
  confirmerAlerte: base.input(avecMotif.extend({ regle: z.string().max(100) })).output(dossierVue),
  joindreCerfa: base.input(z.object({ id, version, fichier: z.file().max(20_000_000) })).output(dossierVue),
  /** Form fields read in the attached CERFA, compared with what was entered. */
  comparerCerfa: base.input(z.object({ id })).output(
    z.object({
      lisible: z.boolean(),
      message: z.string().optional(),
      ecarts: z.array(
        z.object({
          champ: z.string(),
          libelle: z.string(),
          saisi: z.string().optional(),
          cerfa: z.string().optional(),
        }),
      ),
    }),
  ),
  reprendreCerfa: base
    .input(z.object({ id, champs: z.array(z.string().max(80)).min(1).max(300) }))
    .output(ecriture),
  demander: base.input(cible).output(dossierVue),
  retirer: base.input(cible).output(dossierVue),
  valider: base.input(cible).output(dossierVue),
  retourner: base.input(avecMotif).output(dossierVue),
  rouvrir: base.input(avecMotif).output(dossierVue),
  abandonner: base.input(avecMotif).output(dossierVue),
  reprendre: base.input(cible).output(dossierVue),
  /** Audited gesture; the value never travels in a URL. */
  revelerNir: base.input(z.object({ id })).output(z.object({ nir: z.string() })),
  /** G4, G6: corrects the address when given, sends a new invitation, the old access ends. */
  inviterDeNouveau: base
    .input(z.object({ id, qualite: z.enum(portalQualites), courriel: z.string().max(254) }))
    .output(dossierVue),
  /** A short one-time code to dictate by phone. */
  codeTelephone: base
    .input(z.object({ id, qualite: z.enum(["alternant", "entreprise"]) }))
    .output(z.object({ code: z.string(), expireLe: z.string() })),
  /** PDF access letter, to print at the counter. */
  lettreAcces: base.input(z.object({ id, qualite: z.enum(["alternant", "entreprise"]) })).output(z.file()),
  controler: base
    .input(z.object({ ids: z.array(id).min(1).max(500) }))
    .output(
      z.array(z.object({ id, reference: z.string(), complet: z.boolean(), constats: z.array(finding) })),
    ),
  /** « Pourquoi ? » on a field: the rules that look at it, their articles, the values they used. */
  pourquoi: base.input(z.object({ id, champ: z.string().max(80) })).output(
    z.object({
      champ: z.string(),
      libelle: z.string(),
      obligation: z.string(),
      source: z.string().optional(),
      aide: z.string().optional(),
      regles: z.array(
        z.object({ regle: z.string(), titre: z.string(), article: z.string(), constat: finding.optional() }),
      ),
    }),
  ),
  /** The four points an OPCO controls, and the clocks. */
  depot: base.input(z.object({ id })).output(
    z.object({
      points: z.array(
        z.object({
          point: z.string(),
          etat: z.enum(["ok", "ko", "inconnu"]),
          attend: z.string().optional(),
          constats: z.array(finding),
        }),
      ),
      echeances: z.array(z.object({ libelle: z.string(), date: day.optional(), explication: z.string() })),
    }),
  ),
  /** State’s public search of enterprises, cached; nothing is overwritten here, the screen asks. */
  chercherEtablissement: base.input(z.object({ siret: z.string().max(20) })).output(
    z.object({
      trouve: z.boolean(),
      message: z.string().optional(),
      valeurs: z.array(
        z.object({ champ: z.string(), libelle: z.string(), valeur: rawValue, affichage: z.string() }),
      ),
      source: z.enum(["annuaire", "dossiers", "cache"]).optional(),
    }),
  ),
};
