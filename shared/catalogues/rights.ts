import { type Action, rolesFor } from "../workflow/transitions.ts";
import {
  administration,
  anyOf,
  desk,
  everybody,
  head,
  portal,
  type Role,
  type Roles,
  staff,
} from "./roles.ts";

/**
 * What the person must be to what the call names.
 * - `dossier`: the input’s `id` is a dossier this person reaches (staff: hers or all; portal: invited to it, and their
 *   role is what they are to that very dossier);
 * - `dossiers`: several of them, `formation`: the input’s `id` is a formation she reaches;
 * - `soi`: one’s own account or task; `cfa`: nothing narrower than the CFA.
 */
export type Relation = "dossier" | "dossiers" | "formation" | "soi" | "cfa";

export type Right =
  /** Nobody needs to be signed in. */
  | { readonly acces: "public" }
  /** Anybody signed in, at either door; what they see is their own. */
  | { readonly acces: "connecte" }
  /** These roles, an allow-list. */
  | { readonly acces: "roles"; readonly roles: Roles; readonly relation: Relation };

const ouvert: Right = { acces: "public" };
const connecte: Right = { acces: "connecte" };
const of = (roles: Roles, relation: Relation): Right => ({ acces: "roles", roles, relation });
/** A gesture of the transition table: whoever may do it in some state; the state itself is judged with the dossier. */
const gesture = (...actions: readonly Action[]): Right => of(anyOf(...actions.map(rolesFor)), "dossier");

/**
 * THE table of rights: every procedure of both contracts, who calls it, in what relation to what it names. Both doors
 * assert it before anything is read, screens offer nothing it refuses, and the rights test walks it whole.
 */
export const rights = {
  "acces.etat": ouvert,
  "acces.signaler": ouvert,
  "acces.creerCfa": ouvert,
  "acces.connexion": ouvert,
  "acces.connexionTelephone": ouvert,
  "acces.motDePasseOublie": ouvert,
  "acces.reinitialiser": ouvert,
  "acces.redemanderInvitation": ouvert,
  "acces.verifierCode": ouvert,
  "acces.inscription": ouvert,
  "acces.confirmerInscription": ouvert,
  "acces.deconnexion": connecte,
  "acces.changerMotDePasse": connecte,
  "acces.choisirMotDePasse": connecte,

  "tableau.lire": of(staff, "cfa"),
  "tableau.alertes": of(staff, "cfa"),

  "formations.lister": of(staff, "cfa"),
  "formations.lire": of(staff, "formation"),
  "formations.apercu": of(staff, "formation"),
  "formations.creer": of(desk, "cfa"),
  "formations.modifier": of(desk, "formation"),
  "formations.archiver": of(desk, "formation"),
  "formations.proposerCode": of(desk, "cfa"),
  "formations.deposerPiece": of(desk, "cfa"),

  "dossiers.lister": connecte,
  "dossiers.inviter": of(desk, "cfa"),
  "dossiers.controler": of(staff, "dossiers"),
  "dossiers.chercherEtablissement": of(staff, "cfa"),
  "dossiers.lire": of(everybody, "dossier"),
  "dossiers.pourquoi": of(everybody, "dossier"),
  "dossiers.historique": of(staff, "dossier"),
  "dossiers.depot": of(staff, "dossier"),
  "dossiers.comparerCerfa": of(staff, "dossier"),
  "dossiers.changements": of(head, "dossier"),
  "dossiers.document": of(portal, "dossier"),
  "dossiers.vie": of(portal, "dossier"),
  "dossiers.ecrire": gesture("ecrire"),
  "dossiers.validerOnglet": gesture("validerBase", "ecrire"),
  "dossiers.reporterDates": gesture("ecrire"),
  "dossiers.confirmerDates": gesture("confirmerDates"),
  "dossiers.proposerRemuneration": gesture("ecrire"),
  "dossiers.reprendreCerfa": gesture("ecrire"),
  "dossiers.joindreCerfa": gesture("joindreCerfa"),
  "dossiers.confirmerAlerte": gesture("confirmerAlerte"),
  "dossiers.demander": gesture("demander"),
  "dossiers.retirer": gesture("retirer"),
  "dossiers.valider": gesture("valider"),
  "dossiers.retourner": gesture("retourner"),
  "dossiers.rouvrir": gesture("rouvrir"),
  "dossiers.abandonner": gesture("abandonner"),
  "dossiers.reprendre": gesture("reprendre"),
  "dossiers.revelerNir": gesture("revelerNir"),
  "dossiers.inviterDeNouveau": gesture("inviter"),
  "dossiers.codeTelephone": gesture("inviter"),
  "dossiers.lettreAcces": gesture("inviter"),
  "dossiers.renvoyerEntreprise": gesture("reinviterEntreprise"),

  "economie.lire": of(staff, "dossier"),
  "economie.saisir": gesture("saisirEconomie"),
  "economie.valider": gesture("validerEconomie"),
  "economie.rouvrir": gesture("rouvrirEconomie"),

  "suivi.lireDepot": of(staff, "dossier"),
  "suivi.vie": of(staff, "dossier"),
  "suivi.ecrireDepot": gesture("suivre"),
  "suivi.ajouter": gesture("suivre"),
  "suivi.modifier": gesture("suivre"),
  "suivi.retirer": gesture("suivre"),

  "documents.produire": of(staff, "dossier"),
  "documents.repeter": of(staff, "dossiers"),
  "documents.lancerLiasse": of(staff, "dossiers"),
  "documents.tache": of(staff, "soi"),
  "documents.annuler": of(staff, "soi"),
  "documents.recupererLiasse": of(staff, "soi"),

  "courriels.lister": of(staff, "cfa"),
  "courriels.boite": of(staff, "cfa"),
  "courriels.lireMessage": of(staff, "cfa"),
  "courriels.renvoyer": of(desk, "cfa"),

  "reglages.lireCfa": of(staff, "cfa"),
  "reglages.lireSmic": of(staff, "cfa"),
  "reglages.lireAnnuaire": of(staff, "cfa"),
  "reglages.portail": of(staff, "cfa"),
  "reglages.demarrerPortail": of(desk, "cfa"),
  "reglages.arreterPortail": of(desk, "cfa"),
  "reglages.configurerPortail": of(administration, "cfa"),
  "reglages.modifierCfa": of(administration, "cfa"),
  "reglages.deposerLogo": of(administration, "cfa"),
  "reglages.lireSmtp": of(administration, "cfa"),
  "reglages.modifierSmtp": of(administration, "cfa"),
  "reglages.essaiSmtp": of(administration, "cfa"),
  "reglages.modifierSmic": of(administration, "cfa"),
  "reglages.modifierAnnuaire": of(administration, "cfa"),
  "reglages.comptes": of(administration, "cfa"),
  "reglages.creerCompte": of(administration, "cfa"),
  "reglages.modifierCompte": of(administration, "cfa"),
  "reglages.reinitialiserMotDePasse": of(administration, "cfa"),
  "reglages.verifier": of(administration, "cfa"),
  "reglages.sauvegarder": of(administration, "cfa"),
  "reglages.diagnostic": of(administration, "cfa"),
  "reglages.journal": of(administration, "cfa"),
} as const satisfies Readonly<Record<string, Right>>;

/** « dossiers.revelerNir »: a procedure of either contract; the same name means the same thing at both doors. */
export type Procedure = keyof typeof rights;

export const procedures = Object.keys(rights) as readonly Procedure[];
export const isProcedure = (name: string): name is Procedure => Object.hasOwn(rights, name);

/** Whether this role may ever call this procedure: what a screen asks before it offers anything. */
export const may = (role: Role, procedure: Procedure): boolean => {
  const right: Right = rights[procedure];
  return right.acces === "roles" ? right.roles[role] : true;
};
