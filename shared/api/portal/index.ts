import type { ContractRouterClient } from "@orpc/contract";
import { z } from "zod";
import { documentTypes, portalQualites } from "../../workflow/index.ts";
import { base } from "../errors.ts";
import { dossierLigne, dossierVue, evenement, id, instant, version, vieEntree } from "../models.ts";
import { changement, ecriture, dossiers as staffDossiers } from "../staff/dossiers.ts";

const motDePasse = z.string().max(256);
const courriel = z.string().max(254);
const cible = z.object({ id, version });

const personne = z.object({
  nom: z.string(),
  courriel: z.string(),
  /** Generated password not yet replaced (G1): the next screen asks for one’s own. */
  aChanger: z.boolean(),
  qualites: z.array(z.enum(portalQualites)),
});

/** Welcome page: on the left those who have an account, on the right those who have a code (G2). */
const acces = {
  etat: base.output(
    z.object({
      cfa: z.string(),
      personne: personne.optional(),
      csrf: z.string().optional(),
      demo: z.boolean(),
    }),
  ),
  connexion: base.input(z.object({ courriel, motDePasse })).output(z.object({ personne, csrf: z.string() })),
  /** The short code dictated by phone by the CFA, single use. */
  connexionTelephone: base
    .input(z.object({ courriel, code: z.string().max(20) }))
    .output(z.object({ personne, csrf: z.string() })),
  deconnexion: base.output(z.object({})),
  choisirMotDePasse: base
    .input(z.object({ actuel: motDePasse.optional(), nouveau: motDePasse }))
    .output(z.object({ personne, csrf: z.string() })),
  /** Same answer whether or not the address was ever invited (G3). */
  motDePasseOublie: base.input(z.object({ courriel })).output(z.object({ message: z.string() })),
  reinitialiser: base
    .input(z.object({ jeton: z.string().max(200), nouveau: motDePasse }))
    .output(z.object({})),
  /** An expired invitation can be asked for again, with the same answer in every case. */
  redemanderInvitation: base.input(z.object({ courriel })).output(z.object({ message: z.string() })),
  /** G5: the code is judged (unknown, closed, exhausted), then a mail confirms the address before the dossier opens. */
  verifierCode: base
    .input(z.object({ code: z.string().max(20) }))
    .output(z.object({ formation: z.string(), variante: z.string().optional() })),
  inscription: base
    .input(
      z.object({
        code: z.string().max(20),
        courriel,
        nom: z.string().trim().min(1).max(100),
        prenom: z.string().trim().min(1).max(100),
      }),
    )
    .output(z.object({ message: z.string() })),
  confirmerInscription: base
    .input(z.object({ jeton: z.string().max(200), motDePasse }))
    .output(z.object({ dossierId: id })),
};

const qualiteSur = z.object({ qualite: z.enum(portalQualites) });
export const vuePortail = dossierVue.extend(qualiteSur.shape);

const dossiers = {
  lister: base.output(
    z.array(dossierLigne.extend(qualiteSur.shape).extend({ phrase: z.string(), changeDepuis: z.boolean() })),
  ),
  lire: base.input(z.object({ id })).output(vuePortail),
  ecrire: base
    .input(z.object({ id, changements: z.array(changement).min(1).max(200) }))
    .output(ecriture.extend({ dossier: vuePortail })),
  validerOnglet: base
    .input(z.object({ id, onglet: z.enum(["base", "alternant", "employeur", "contrat", "mission"]) }))
    .output(vuePortail),
  reporterDates: base.input(cible).output(vuePortail),
  confirmerDates: base.input(cible).output(vuePortail),
  proposerRemuneration: base.input(cible).output(vuePortail),
  joindreCerfa: base.input(z.object({ id, version, fichier: z.file().max(20_000_000) })).output(vuePortail),
  demander: base.input(cible).output(vuePortail),
  retirer: base.input(cible).output(vuePortail),
  valider: base.input(cible).output(vuePortail),
  retourner: base
    .input(cible.extend({ motif: z.string().trim().min(1, "Indiquez un motif.").max(2000) }))
    .output(vuePortail),
  /** For the formation head: what moved since the last request, field by field. */
  changements: base
    .input(z.object({ id }))
    .output(z.object({ depuis: instant.optional(), lignes: z.array(evenement) })),
  /** The alternant (or the company) asks for the company’s invitation to be sent again (G6). */
  renvoyerEntreprise: base.input(z.object({ id })).output(vuePortail),
  revelerNir: base.input(z.object({ id })).output(z.object({ nir: z.string() })),
  pourquoi: staffDossiers.pourquoi,
  document: base.input(z.object({ id, type: z.enum(documentTypes) })).output(z.file()),
  vie: base.input(z.object({ id })).output(z.array(vieEntree)),
};

/** What the public portal serves: nothing of the CFA’s office is reachable from here. */
export const portalContract = { acces, dossiers };
export type PortalContract = typeof portalContract;
export type PortalClient = ContractRouterClient<PortalContract>;
