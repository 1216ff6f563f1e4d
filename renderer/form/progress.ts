import { fieldsOfTab, isEmpty, isRequired, tabsOf } from "../../shared/dossier/index.ts";
import type { Onglet } from "../../shared/dossier/kernel.ts";
import type { SessionState } from "./session.ts";

export interface TabProgress {
  readonly onglet: Onglet;
  /** G9: nothing missing, nothing refused. */
  readonly complet: boolean;
  /** Required and empty, in screen order. */
  readonly manquants: readonly string[];
  /** Filled with something to correct: refused here, or found wrong by the server. */
  readonly invalides: readonly { readonly champ: string; readonly message: string }[];
  readonly requis: number;
  readonly remplis: number;
}

/** The state of a tab at this very key stroke, so that green fields, missing list and check mark agree. */
export const tabProgress = ({ view, entries, ctx }: SessionState, onglet: Onglet): TabProgress => {
  const shown = fieldsOfTab(onglet, ctx);
  const required = shown.filter((field) => isRequired(field, ctx));
  const manquants = required.filter((field) => isEmpty(ctx.data[field.id])).map((field) => field.id);
  const fromServer = view.completude.onglets.find((tab) => tab.onglet === onglet)?.invalides ?? [];
  const here = new Set(shown.map((field) => field.id));
  const invalides = [
    ...fromServer.filter(({ champ }) => here.has(champ) && !entries.has(champ)),
    ...[...entries].flatMap(([champ, { message }]) =>
      message && here.has(champ) ? [{ champ, message }] : [],
    ),
  ];
  const wrong = new Set([...manquants, ...invalides.map(({ champ }) => champ)]);
  return {
    onglet,
    complet: wrong.size === 0,
    manquants,
    invalides,
    requis: required.length,
    remplis: required.filter((field) => !wrong.has(field.id)).length,
  };
};

export const allProgress = (state: SessionState): TabProgress[] =>
  tabsOf(state.ctx).map((onglet) => tabProgress(state, onglet));

/** The tab where a field is entered: its home, or Données de base when its home does not exist (yet). */
export const tabOfField = (
  state: SessionState,
  champ: string,
  open: readonly Onglet[] = tabsOf(state.ctx),
): Onglet | undefined => {
  const holds = (onglet: Onglet) => fieldsOfTab(onglet, state.ctx).some((field) => field.id === champ);
  return open.find((onglet) => onglet !== "base" && holds(onglet)) ?? open.find(holds);
};
