import type { Onglet } from "../../../shared/dossier/kernel.ts";
import { helpPath, type PageId } from "./sommaire.ts";

/** The pages that explain the screens before the application opens. */
export const entrancePages = {
  connexion: "se-connecter",
  verrou: "se-connecter",
  motDePasse: "mot-de-passe-perdu",
  premierDemarrage: "premier-demarrage",
} as const satisfies Readonly<Record<string, PageId>>;

/** Each route of `app.tsx` as it is written there; a page that does not exist does not compile. */
export const routePages = {
  "/": "tableau-de-bord",
  "/dossiers": "trouver-un-dossier",
  "/dossiers/:id": "lire-un-dossier",
  "/formations": "formations",
  "/formations/nouvelle": "creer-une-formation",
  "/formations/:id": "creer-une-formation",
  "/courriels": "courriels",
  "/reglages": "reglages-cfa",
  "/reglages/:part": "reglages-cfa",
  "/aide/:page?": "utiliser-l-aide",
} as const satisfies Readonly<Record<string, PageId>>;

/** The tabs of a dossier: those that are entered, then the desk’s own. */
export const tabPages: Readonly<
  Record<Onglet | "suivi" | "economie" | "vie" | "controles" | "historique", PageId>
> = {
  base: "donnees-de-base",
  alternant: "remplir-un-onglet",
  employeur: "remplir-un-onglet",
  contrat: "contrat-et-remuneration",
  mission: "remplir-un-onglet",
  suivi: "suivi-info",
  economie: "revue-economique",
  vie: "vie-de-l-etudiant",
  controles: "controles",
  historique: "historique",
};

/** The parts of Réglages. */
export const partPages = {
  cfa: "reglages-cfa",
  courriel: "regler-les-courriels",
  delais: "delais",
  comptes: "comptes",
  portail: "ouvrir-le-portail",
  smic: "smic-et-annuaire",
  annuaire: "smic-et-annuaire",
  donnees: "sauvegarder",
  journal: "journal",
} as const satisfies Readonly<Record<string, PageId>>;

const own = <T>(table: Readonly<Record<string, T>>, key: string | null | undefined): T | undefined =>
  key && Object.hasOwn(table, key) ? table[key] : undefined;

/** Whether « /dossiers/7 » is a place of the route « /dossiers/:id ». */
const matches = (route: string, path: string): boolean => {
  const [asked, given] = [route.split("/"), path.split("/")];
  return (
    given.length <= asked.length &&
    asked.every((part, i) =>
      given[i] === undefined ? part.endsWith("?") : part.startsWith(":") || part === given[i],
    )
  );
};

/** The page that explains a screen, from its path with its query (« /dossiers/7?onglet=economie »). */
export const helpPageFor = (path: string): PageId => {
  const [place = "/", query = ""] = path.split("?");
  const [, room, name] = place.split("/");
  const precise =
    room === "dossiers" && name
      ? own(tabPages, new URLSearchParams(query).get("onglet"))
      : room === "reglages"
        ? own<PageId>(partPages, name)
        : undefined;
  if (precise) return precise;
  const route = Object.keys(routePages).find((one) => matches(one, place)) as keyof typeof routePages;
  return route ? routePages[route] : "bienvenue";
};

/** Where the guide explains a screen: « /aide/revue-economique » for « /dossiers/7?onglet=economie ». */
export const helpPathFor = (path: string): string => helpPath(helpPageFor(path));
