import { z } from "zod";
import { fieldConflict, fieldIssue } from "../catalogues/errors.ts";
import { portalQualites } from "../catalogues/roles.ts";
import { onglets } from "../dossier/kernel.ts";
import { documentTypes } from "../workflow/index.ts";
import { base } from "./errors.ts";
import { day, dossierVue, evenement, finding, id, instant, version, vieEntree } from "./models.ts";

/**
 * Everything that is done to, or asked of, one dossier: one list, composed into both contracts. A gesture of both
 * doors is written once; who may call it is the rights catalogue’s business.
 */

const rawValue = z.union([z.string().max(10_000), z.number(), z.boolean()]).nullable();
/** One typed field: what the screen showed before, what the person typed. The server tidies and judges. */
export const changement = z.object({ champ: z.string().max(80), avant: rawValue, apres: rawValue });
export type Changement = z.infer<typeof changement>;

/** What writing fields answers: the dossier as it now is, what was refused, what somebody else changed meanwhile. */
export const ecriture = z.object({
  dossier: dossierVue,
  /** Refused values: the message names the field and the remedy; the screen keeps what was typed. */
  refus: z.array(fieldIssue),
  conflits: z.array(fieldConflict),
});
export type Ecriture = z.infer<typeof ecriture>;

const parId = z.object({ id });
/** A gesture says which version it was decided on. */
const cible = z.object({ id, version });
const avecMotif = cible.extend({ motif: z.string().trim().min(1, "Indiquez un motif.").max(2000) });
const vue = base.input(cible).output(dossierVue);
const vueMotivee = base.input(avecMotif).output(dossierVue);
const partie = z.enum(["alternant", "entreprise"]);

/** At the CFA’s desk and on the portal alike. */
export const commonGestures = {
  lire: base.input(parId).output(dossierVue),
  ecrire: base.input(z.object({ id, changements: z.array(changement).min(1).max(200) })).output(ecriture),
  /** « Valider » of a tab (G8, G13); on Données de base opens the other tabs and invites the company once (G6). */
  validerOnglet: base.input(z.object({ id, onglet: z.enum(onglets) })).output(dossierVue),
  /** G12: copies the formation’s dates, marked provisional until somebody confirms them. */
  reporterDates: vue,
  confirmerDates: vue,
  /** Fills the pay rows and the gross salary with the legal minimum. */
  proposerRemuneration: vue,
  joindreCerfa: base.input(cible.extend({ fichier: z.file().max(20_000_000) })).output(dossierVue),
  demander: vue,
  retirer: vue,
  valider: vue,
  retourner: vueMotivee,
  /** Audited gesture; the value never travels in a URL. */
  revelerNir: base.input(parId).output(z.object({ nir: z.string() })),
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
};

/** At the desk only. */
export const deskGestures = {
  historique: base
    .input(z.object({ id, curseur: z.string().optional() }))
    .output(z.object({ lignes: z.array(evenement), suite: z.string().optional() })),
  confirmerAlerte: base.input(avecMotif.extend({ regle: z.string().max(100) })).output(dossierVue),
  /** Form fields read in the attached CERFA, compared with what was entered. */
  comparerCerfa: base.input(parId).output(
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
  rouvrir: vueMotivee,
  abandonner: vueMotivee,
  reprendre: vue,
  /** G4, G6: corrects the address when given, sends a new invitation, the old access ends. */
  inviterDeNouveau: base
    .input(z.object({ id, qualite: z.enum(portalQualites), courriel: z.string().max(254) }))
    .output(dossierVue),
  /** A short one-time code to dictate by phone. */
  codeTelephone: base
    .input(z.object({ id, qualite: partie }))
    .output(z.object({ code: z.string(), expireLe: z.string() })),
  /** PDF access letter, to print at the counter. */
  lettreAcces: base.input(z.object({ id, qualite: partie })).output(z.file()),
  /** The four points an OPCO controls, and the clocks. */
  depot: base.input(parId).output(
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
};

/** On the portal only. */
export const portalGestures = {
  /** For the formation head: what moved since the last request, field by field. */
  changements: base.input(parId).output(z.object({ depuis: instant.optional(), lignes: z.array(evenement) })),
  /** The alternant (or the company) asks for the company’s invitation to be sent again (G6). */
  renvoyerEntreprise: base.input(parId).output(dossierVue),
  document: base.input(z.object({ id, type: z.enum(documentTypes) })).output(z.file()),
  vie: base.input(parId).output(z.array(vieEntree)),
};
