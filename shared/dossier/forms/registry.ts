import type { CalendarDate } from "../calendar.ts";
import type { Box, Condition, Contrat, Field } from "../kernel.ts";
import { type Shelf, shelf } from "../nomenclatures/shelf.ts";
import type { Nomenclature } from "../nomenclatures/types.ts";
import type { Alias, Amendment, FormDefinition, FormLayout } from "./definition.ts";

/** A version and those it derives from, the nearest first. */
const lineOf = (list: readonly FormDefinition[], of: FormDefinition): readonly FormDefinition[] => {
  const line = [of];
  for (let base = of.base; base !== undefined; base = line.at(-1)?.base) {
    const found = list.find(({ id }) => id === base);
    if (!found) throw new Error(`form ${of.id} derives from ${base}, which is not registered`);
    if (found.contrat !== of.contrat)
      throw new Error(`form ${of.id} derives from another contract's: ${base}`);
    if (line.includes(found)) throw new Error(`form ${of.id} derives from itself`);
    line.push(found);
  }
  return line;
};

const amended = (table: Nomenclature, { added = [], removed = [] }: Amendment): Nomenclature => ({
  ...table,
  items: [
    ...table.items
      .filter(({ code }) => !removed.includes(code))
      .map((item) => added.find(({ code }) => code === item.code) ?? item),
    ...added.filter(({ code }) => !table.items.some((item) => item.code === code)),
  ],
});

const tablesOf = (line: readonly FormDefinition[]): Shelf => {
  const tables = new Map<string, Nomenclature>();
  for (const { id, nomenclatures = {}, amendments = {} } of line.toReversed()) {
    for (const [name, table] of shelf(nomenclatures)) tables.set(name, table);
    for (const [name, amendment] of Object.entries(amendments)) {
      const table = tables.get(name);
      if (!table) throw new Error(`form ${id} amends ${name}, which its base does not have`);
      tables.set(name, amended(table, amendment));
    }
  }
  return tables;
};

/**
 * The questions asked of form versions, over a list of them: which is in force, where a value is printed, what it is
 * called, which codes it may hold. The application's list is in `index.ts`; a test gives its own.
 */
export const createForms = <const List extends readonly FormDefinition[]>(list: List) => {
  type Version = List[number]["id"];
  if (new Set(list.map(({ id }) => id)).size !== list.length)
    throw new Error("a form version is registered twice");
  const versions = new Map(
    list.map((one) => {
      const line = lineOf(list, one);
      return [one.id, { line, tables: tablesOf(line) }] as const;
    }),
  );
  const introducedBy = new Map(
    list.flatMap(({ id, fields = [] }) => fields.map((field) => [field.id, id] as const)),
  );
  const newestFirst = list.toSorted((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : 0));

  /** Throws on a version nobody registered: a dossier frozen by a more recent Cactus. */
  const known = (form: Version) => {
    const found = versions.get(form);
    if (!found) throw new Error(`unknown form version: ${form}`);
    return found;
  };
  const lineage = (form: Version): readonly FormDefinition[] => known(form).line;
  const shelfOf = (form: Version): Shelf => known(form).tables;
  const definitionOf = (form: Version): FormDefinition => lineage(form)[0] as FormDefinition;

  /** The nearest version of the line that speaks of it; `null` is « no longer ». */
  const said = <T>(form: Version, ask: (of: FormDefinition) => T | null | undefined): T | undefined => {
    for (const one of lineage(form)) {
      const answer = ask(one);
      if (answer !== undefined) return answer ?? undefined;
    }
    return undefined;
  };

  return {
    formVersions: list.map(({ id }) => id) as { readonly [K in keyof List]: List[K]["id"] },

    /** Fields that versions introduce, beside those of `fields/`. */
    introducedFields: list.flatMap(({ fields = [] }) => fields) as readonly Field[],

    /** The newest version of a contract in force on a day; before the first one, the first. */
    currentForm: (contrat: Contrat, day: CalendarDate): Version => {
      const versions = newestFirst.filter((one) => one.contrat === contrat);
      const found = versions.find(({ since }) => since <= day) ?? versions.at(-1);
      if (!found) throw new Error(`no form version for ${contrat}`);
      return found.id;
    },

    contratOfForm: (form: Version): Contrat => definitionOf(form).contrat,
    /** « Contrat d’apprentissage – CERFA … », as documents print it. */
    titleOf: (form: Version): string => definitionOf(form).title,

    /** Where the form prints a field; undefined when it has no box for it. */
    boxOf: (field: Field, form: Version): Box | undefined =>
      said(form, ({ id, boxes }) => {
        const box = boxes?.[field.id];
        return box === undefined ? own(field.box, id) : box;
      }),

    /** What the form's documents call a field, when not by its id. */
    aliasOf: (field: Field, form: Version): Alias | undefined =>
      said(form, ({ id, aliases }) => {
        const alias = aliases?.[field.id];
        return alias === undefined ? own(field.alias, id) : alias;
      }),

    /** False for a field that a later version introduces. */
    asks: (field: Field, form: Version): boolean => {
      const since = introducedBy.get(field.id);
      return since === undefined || lineage(form).some(({ id }) => id === since);
    },

    /** When a field is required, when it is shown, as this version words it. */
    conditionOf: (field: Field, which: "required" | "shown", form: Version): Condition =>
      said(form, ({ conditions }) => conditions?.[field.id]?.[which]) ?? field[which],

    /** A table of this version, its base's where it says nothing of it. */
    formTable: (id: string, form: Version): Nomenclature | undefined => shelfOf(form).get(id),
    formTableIds: (form: Version): readonly string[] => [...shelfOf(form).keys()],

    /** The table as the newest version that has it knows it, for a value that the form at hand does not hold. */
    newestTable: (id: string): Nomenclature | undefined =>
      newestFirst.map((one) => shelfOf(one.id).get(id)).find((table) => table !== undefined),

    /** Its blank, to draw on. */
    layoutOf: async (form: Version): Promise<FormLayout> => {
      const load = said(form, ({ layout }) => layout);
      if (!load) throw new Error(`form ${form} has no layout`);
      return (await load()).default;
    },
  };
};

/** A field speaks of the version it was written for: `{ "10103*14": … }`. */
const own = <T>(of: Partial<Record<string, T>> | undefined, form: string): T | undefined => of?.[form];
