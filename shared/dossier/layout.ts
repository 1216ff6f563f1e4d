/** Which tabs exist, what they show, what must be filled: the questions screens, server and documents all ask. */
import { baseLayout } from "./fields/base.ts";
import { contratOf, niveauOf } from "./fields/conditions.ts";
import { fieldById, fields } from "./fields/index.ts";
import { asks, conditionOf } from "./forms/index.ts";
import type { Contrat, DossierContext, DossierData, Field, Onglet } from "./kernel.ts";
import { onglets } from "./kernel.ts";

/** The entry tabs of a dossier: no « contrat » in saisie simple (G11), no « mission » when hidden (G14). */
export const tabsOf = (ctx: DossierContext): Onglet[] =>
  onglets.filter(
    (onglet) =>
      !(onglet === "contrat" && niveauOf(ctx.data) === "simple") &&
      !(onglet === "mission" && ctx.mission === "masquee"),
  );

/** Drawn, counted and printed: its contract, its tab (or Données de base) and its own condition agree. */
export const isShown = (field: Field, ctx: DossierContext): boolean =>
  field.contrats.includes(contratOf(ctx.data)) &&
  asks(field, ctx.form) &&
  (field.alsoInBase === true || tabsOf(ctx).includes(field.onglet)) &&
  conditionOf(field, "shown", ctx.form).test(ctx);

export const isRequired = (field: Field, ctx: DossierContext): boolean =>
  isShown(field, ctx) && conditionOf(field, "required", ctx.form).test(ctx);

/** Absent is empty; so is anything a person would see as nothing. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || value === false;

export const labelOf = (field: Field, contrat: Contrat = "apprentissage"): string =>
  field.labels?.[contrat] ?? field.label;

/** « Représentant légal — Voie »: a label that stands alone, for audit, missing lists and exports. */
export const fullLabelOf = (field: Field, contrat: Contrat = "apprentissage"): string =>
  `${field.section} — ${labelOf(field, contrat)}`;

export interface Section {
  readonly section: string;
  readonly fields: Field[];
}

const baseSections: readonly Section[] = baseLayout.map(({ section, ids }) => ({
  section,
  fields: ids.map(fieldById),
}));

const tabSections: ReadonlyMap<Onglet, readonly Section[]> = new Map(
  onglets.map((onglet) => {
    if (onglet === "base") return [onglet, baseSections];
    const bySection = Map.groupBy(
      fields.filter((field) => field.onglet === onglet),
      (field) => field.section,
    );
    return [onglet, [...bySection].map(([section, of]) => ({ section, fields: of }))];
  }),
);

/** Visible sections of a tab, in order, with their visible fields. [] for a tab that does not exist. */
export const sectionsOf = (onglet: Onglet, ctx: DossierContext): Section[] => {
  if (!tabsOf(ctx).includes(onglet)) return [];
  return (tabSections.get(onglet) ?? [])
    .map(({ section, fields: of }) => ({ section, fields: of.filter((field) => isShown(field, ctx)) }))
    .filter(({ fields: of }) => of.length > 0);
};

/** Visible fields of a tab, in order; names, SIRET and dates count in base and in their own tab. */
export const fieldsOfTab = (onglet: Onglet, ctx: DossierContext): Field[] =>
  sectionsOf(onglet, ctx).flatMap((section) => section.fields);

/** What a new dossier starts with. */
export const defaultData = ({ contrat }: { readonly contrat: Contrat }): DossierData => ({
  contrat,
  niveauSaisie: "complete",
});
