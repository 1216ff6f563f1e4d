import { z } from "zod";
import { etats, etatsEconomie, staffRoles } from "../../workflow/index.ts";
import { base } from "../errors.ts";
import { cfa, compteStaff, courriel, day, dossierLigne, evenement, id, statutsCourriel } from "../models.ts";
import { filtre } from "./dossiers.ts";

/** What happened that somebody should know without looking for it. */
export const typesAlerte = ["demande", "courriel-echec", "courriel-incertain"] as const;
export const alerte = z.object({
  type: z.enum(typesAlerte),
  /** Absent: the mail is about no dossier. `nom`: the alternant’s, or the address while it is not known. */
  dossier: z.object({ id, reference: z.string(), nom: z.string(), formation: z.string() }).optional(),
});
export type Alerte = z.infer<typeof alerte>;

export const tableau = {
  /** Since an earlier answer’s `curseur`, what others did; without one, nothing but the present cursor. */
  alertes: base.input(z.object({ curseur: z.string().max(200).optional() })).output(
    z.object({
      curseur: z.string(),
      alertes: z.array(alerte),
      /** How many dossiers wait for this very person. */
      attente: z.int(),
    }),
  ),
  lire: base.output(
    z.object({
      /** What waits for me, by role, each with the filter that opens the whole list. */
      files: z.array(
        z.object({
          cle: z.string(),
          titre: z.string(),
          nombre: z.int(),
          filtre,
          premiers: z.array(dossierLigne),
        }),
      ),
      etats: z.record(z.enum(etats), z.int()),
      economies: z.record(z.enum(etatsEconomie), z.int()),
      courriels: z.record(z.enum(statutsCourriel), z.int()),
      formationsSansPiece: z.array(
        z.object({
          id,
          titre: z.string(),
          code: z.string(),
          calendrier: z.boolean(),
          programme: z.boolean(),
        }),
      ),
    }),
  ),
};

export const courriels = {
  lister: base
    .input(
      z.object({
        statuts: z.array(z.enum(statutsCourriel)).optional(),
        dossierId: id.optional(),
        recherche: z.string().max(200).optional(),
        curseur: z.string().optional(),
      }),
    )
    .output(
      z.object({
        lignes: z.array(courriel),
        suite: z.string().optional(),
        compte: z.record(z.enum(statutsCourriel), z.int()),
      }),
    ),
  renvoyer: base.input(z.object({ id })).output(courriel),
  /** In-app mailbox of the demonstration: what the embedded SMTP sink received. */
  boite: base.output(
    z.object({
      active: z.boolean(),
      messages: z.array(z.object({ id: z.string(), a: z.string(), sujet: z.string(), recuLe: z.string() })),
    }),
  ),
  lireMessage: base.input(z.object({ id: z.string() })).output(
    z.object({
      a: z.string(),
      de: z.string(),
      sujet: z.string(),
      recuLe: z.string(),
      texte: z.string(),
      html: z.string().optional(),
    }),
  ),
};

export const smtp = z.object({
  hote: z.string().trim().max(253),
  port: z.int().min(1).max(65535),
  /** implicite: TLS from the first byte (465); starttls: required upgrade (587); aucun: plain, loopback or trusted relay. */
  tls: z.enum(["implicite", "starttls", "aucun"]),
  utilisateur: z.string().max(254).optional(),
  expediteurNom: z.string().trim().max(200),
  expediteurCourriel: z.string().max(254),
  debitParMinute: z.int().min(1).max(600).default(60),
});
export type Smtp = z.infer<typeof smtp>;

export const smicPeriode = z.object({
  depuis: day,
  horaireCentimes: z.int().min(1),
  mensuelCentimes: z.int().min(1),
  mayotteHoraireCentimes: z.int().min(1).optional(),
  texte: z.string().max(300).optional(),
});

export const delais = z.object({
  invitationJours: z.int().min(1).max(365).default(30),
  verrouillageMinutes: z.int().min(1).max(240).default(30),
});

export const reglages = {
  lireCfa: base.output(z.object({ cfa, delais })),
  modifierCfa: base.input(z.object({ cfa, delais })).output(z.object({ cfa, delais })),
  deposerLogo: base.input(z.object({ fichier: z.file().max(2_000_000) })).output(z.object({ logoId: id })),
  lireSmtp: base.output(
    z.object({ smtp: smtp.optional(), motDePasseConnu: z.boolean(), protection: z.string() }),
  ),
  /** An absent password keeps the stored one; an empty one erases it. */
  modifierSmtp: base
    .input(z.object({ smtp, motDePasse: z.string().max(1000).optional() }))
    .output(z.object({})),
  essaiSmtp: base
    .input(z.object({ destinataire: z.string().max(254) }))
    .output(z.object({ envoye: z.boolean(), message: z.string() })),
  comptes: base.output(z.array(compteStaff)),
  creerCompte: base
    .input(
      z.object({
        nom: z.string().trim().min(1).max(200),
        courriel: z.string().max(254),
        role: z.enum(staffRoles),
        formations: z.array(id).default([]),
      }),
    )
    .output(z.object({ compte: compteStaff, motDePasse: z.string() })),
  modifierCompte: base
    .input(
      z.object({
        id,
        nom: z.string().trim().min(1).max(200),
        role: z.enum(staffRoles),
        actif: z.boolean(),
        formations: z.array(id),
      }),
    )
    .output(compteStaff),
  reinitialiserMotDePasse: base.input(z.object({ id })).output(z.object({ motDePasse: z.string() })),
  portail: base.output(
    z.object({
      etat: z.enum(["arrete", "demarrage", "actif", "en-echec"]),
      url: z.string().optional(),
      adressePublique: z.string().optional(),
      port: z.int(),
      erreur: z.string().optional(),
    }),
  ),
  configurerPortail: base
    .input(z.object({ adressePublique: z.string().max(300).optional(), port: z.int().min(1).max(65535) }))
    .output(z.object({})),
  demarrerPortail: base.output(z.object({})),
  arreterPortail: base.output(z.object({})),
  lireSmic: base.output(z.array(smicPeriode)),
  modifierSmic: base.input(z.array(smicPeriode).min(1).max(60)).output(z.array(smicPeriode)),
  lireAnnuaire: base.output(z.object({ url: z.string(), delaiMs: z.int() })),
  modifierAnnuaire: base
    .input(z.object({ url: z.url().max(300), delaiMs: z.int().min(500).max(30_000) }))
    .output(z.object({})),
  verifier: base.output(z.array(z.object({ point: z.string(), ok: z.boolean(), detail: z.string() }))),
  sauvegarder: base.output(z.object({ chemin: z.string() })),
  /** For the support: versions, counts, integrity and logs, without personal data. */
  diagnostic: base.output(z.file()),
  journal: base.input(z.object({ curseur: z.string().optional() })).output(
    z.object({
      lignes: z.array(evenement.extend({ reference: z.string().optional() })),
      suite: z.string().optional(),
    }),
  ),
};
