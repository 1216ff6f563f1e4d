import type { ContractRouterClient } from "@orpc/contract";
import { z } from "zod";
import { incidentReference, rapportEcran } from "../../catalogues/incidents.ts";
import { portalQualites } from "../../catalogues/roles.ts";
import { contrats } from "../../dossier/kernel.ts";
import { base } from "../errors.ts";
import { commonGestures, portalGestures } from "../gestures.ts";
import { dossierLigne, id } from "../models.ts";

const motDePasse = z.string().max(256);
const courriel = z.string().max(254);

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
  verifierCode: base.input(z.object({ code: z.string().max(20) })).output(
    z.object({
      formation: z.string(),
      variante: z.string().optional(),
      /** The contracts this formation leads to: the person says which is theirs. */
      contrats: z.array(z.enum(contrats)),
    }),
  ),
  inscription: base
    .input(
      z.object({
        code: z.string().max(20),
        courriel,
        nom: z.string().trim().min(1).max(100),
        prenom: z.string().trim().min(1).max(100),
        contrat: z.enum(contrats).default("apprentissage"),
      }),
    )
    .output(z.object({ message: z.string() })),
  confirmerInscription: base
    .input(z.object({ jeton: z.string().max(200), motDePasse }))
    .output(z.object({ dossierId: id })),
  /** A screen says that it failed; the answer is what it shows. */
  signaler: base.input(rapportEcran).output(z.object({ reference: incidentReference })),
};

const dossiers = {
  lister: base.output(
    z.array(
      dossierLigne.extend({ qualite: z.enum(portalQualites), phrase: z.string(), changeDepuis: z.boolean() }),
    ),
  ),
  ...commonGestures,
  ...portalGestures,
};

/** What the public portal serves: nothing of the CFA’s office is reachable from here. */
export const portalContract = { acces, dossiers };
export type PortalContract = typeof portalContract;
export type PortalClient = ContractRouterClient<PortalContract>;
