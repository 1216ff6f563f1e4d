import type { ComponentType } from "react";
import { tabsOf } from "../../shared/dossier/index.ts";
import type { DossierContext, Onglet } from "../../shared/dossier/kernel.ts";

/** A tab after those that are entered: each app composes its own. */
export interface FollowTab {
  readonly id: string;
  readonly label: string;
  readonly panel: ComponentType;
  /** Beside the label: how many findings wait. */
  readonly mark?: ComponentType;
}

/** G13: only Données de base until it is validated. */
export const entryTabs = (ctx: DossierContext, baseValidee: boolean): Onglet[] =>
  baseValidee ? tabsOf(ctx) : ["base"];

/** The tab that is asked for, when it is open; else the first one. */
export const openTab = (
  asked: string | undefined,
  entries: readonly Onglet[],
  follow: readonly Pick<FollowTab, "id">[],
): string =>
  asked !== undefined && [...entries, ...follow.map(({ id }) => id)].includes(asked) ? asked : "base";

export const isEntry = (tab: string, entries: readonly Onglet[]): tab is Onglet =>
  (entries as readonly string[]).includes(tab);
