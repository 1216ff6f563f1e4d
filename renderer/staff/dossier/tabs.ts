import { tabsOf } from "../../../shared/dossier/index.ts";
import { type DossierContext, type Onglet, ongletLabels } from "../../../shared/dossier/kernel.ts";

/** Every tab of the dossier screen: those that are entered, then those that follow. */
export const followTabs = ["suivi", "economie", "vie", "controles", "historique"] as const;
export type FollowTab = (typeof followTabs)[number];
export type Tab = Onglet | FollowTab;

export const tabLabels: Readonly<Record<Tab, string>> = {
  ...ongletLabels,
  economie: "Économie",
  controles: "Contrôles",
  historique: "Historique",
};

/** G13: only Données de base until it is validated. */
export const entryTabs = (ctx: DossierContext, baseValidee: boolean): Onglet[] =>
  baseValidee ? tabsOf(ctx) : ["base"];

export const isEntry = (tab: Tab): tab is Onglet => !(followTabs as readonly string[]).includes(tab);

/** The tab an address asks for (`?onglet=suivi`), when it exists; else the first one. */
export const tabFromQuery = (query: string, open: readonly Onglet[]): Tab => {
  const asked = new URLSearchParams(query).get("onglet") ?? "";
  const all: readonly string[] = [...open, ...followTabs];
  return all.includes(asked) ? (asked as Tab) : "base";
};
