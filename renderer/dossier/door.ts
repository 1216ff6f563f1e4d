import type { ContractRouterClient } from "@orpc/contract";
import type { commonGestures, deskGestures, portalGestures } from "../../shared/api/gestures.ts";
import type { DossierVue } from "../../shared/api/models.ts";
import type { DocumentType } from "../../shared/workflow/index.ts";

type Common = ContractRouterClient<typeof commonGestures>;
type Desk = ContractRouterClient<typeof deskGestures>;
type Portal = ContractRouterClient<typeof portalGestures>;

/** What changes a dossier at either door. */
export const commonGestureNames = [
  "ecrire",
  "validerOnglet",
  "reporterDates",
  "confirmerDates",
  "proposerRemuneration",
  "joindreCerfa",
  "demander",
  "retirer",
  "valider",
  "retourner",
] as const satisfies readonly (keyof Common)[];
export type CommonGestures = Pick<Common, (typeof commonGestureNames)[number]>;

/** What one door alone has: a card that needs it asks `offers` first. */
type OwnGestures = Pick<Desk, "reprendreCerfa" | "rouvrir" | "abandonner" | "reprendre"> &
  Pick<Portal, "renvoyerEntreprise">;
export type DossierGestures = CommonGestures & Partial<OwnGestures>;

/** What changes nothing, and may be asked at any moment. */
export interface DossierQuestions extends Pick<Common, "pourquoi" | "revelerNir"> {
  /** Reads the dossier again, for every screen that shows it. */
  readonly lire: () => Promise<DossierVue>;
  readonly document: Portal["document"];
  readonly comparerCerfa?: Desk["comparerCerfa"];
  readonly changements?: Portal["changements"];
  readonly vie?: Portal["vie"];
  /** Several documents in one file, once it is ready. */
  readonly liasse?: (types: DocumentType[]) => Promise<Liasse>;
}
export type Liasse = { readonly fichier: File; readonly nom: string } | { readonly erreur: string };

/** How the screen of a dossier reaches the server: the desk’s contract or the portal’s. */
export interface DossierDoor<G extends DossierGestures = DossierGestures> {
  readonly ask: DossierQuestions;
  readonly gestures: G;
  /** A fresher view, from whatever call: the app refreshes what it shows elsewhere. */
  readonly publish: (vue: DossierVue) => void;
}

/** The procedures of a client under these names; a client answers to any name, so what a door has is listed. */
export const only = <C, N extends keyof C>(client: C, names: readonly N[]): Pick<C, N> =>
  Object.fromEntries(names.map((name) => [name, client[name]])) as Pick<C, N>;
