import type { DossierContext, Onglet } from "./kernel.ts";
import { fieldsOfTab, isEmpty, isRequired, tabsOf } from "./layout.ts";
import { checkValue } from "./values.ts";

export interface TabCompleteness {
  readonly onglet: Onglet;
  /** Nothing missing, nothing invalid: the check mark of G9. */
  readonly complet: boolean;
  /** Required and empty, in the order of the screen. */
  readonly manquants: string[];
  /** Filled, required or not, with something that cannot be right. */
  readonly invalides: { readonly champ: string; readonly message: string }[];
  /** How many fields are required, and how many of those are filled and sound. */
  readonly requis: number;
  readonly remplis: number;
}

export interface Completeness {
  readonly complet: boolean;
  readonly onglets: TabCompleteness[];
}

const tabCompleteness = (onglet: Onglet, ctx: DossierContext): TabCompleteness => {
  const shown = fieldsOfTab(onglet, ctx);
  const required = shown.filter((field) => isRequired(field, ctx));
  const manquants = required.filter((field) => isEmpty(ctx.data[field.id])).map((field) => field.id);
  const invalides = shown.flatMap((field) => {
    const value = ctx.data[field.id];
    const message = isEmpty(value) ? undefined : checkValue(field, value, ctx.form);
    return message === undefined ? [] : [{ champ: field.id, message }];
  });
  const wrong = new Set(invalides.map(({ champ }) => champ));
  return {
    onglet,
    complet: manquants.length === 0 && invalides.length === 0,
    manquants,
    invalides,
    requis: required.length,
    remplis: required.filter((field) => !isEmpty(ctx.data[field.id]) && !wrong.has(field.id)).length,
  };
};

/**
 * G10, written here and nowhere else: « Pour que le dossier soit complet il faut que les onglets L’alternant,
 * L’employeur, Les données du contrat (seulement en saisie complète) et la mission (si obligatoire) » — and Données
 * de base, without which the others do not open (G13).
 */
export const completeness = (ctx: DossierContext): Completeness => {
  const onglets = tabsOf(ctx).map((onglet) => tabCompleteness(onglet, ctx));
  const needed = onglets.filter(({ onglet }) => onglet !== "mission" || ctx.mission === "obligatoire");
  return { complet: needed.every(({ complet }) => complet), onglets };
};
