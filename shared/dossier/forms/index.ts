/**
 * The versions of the official forms. Registering one is a line here; everything it says is in its folder (see
 * README.md). Every question about boxes, names and codes takes the version as an argument: a dossier has one.
 */
import { cerfa10103v14 } from "./10103-14/index.ts";
import { cerfa12434v05 } from "./12434-05/index.ts";
import { createForms } from "./registry.ts";

export type { FormDefinition, FormLayout } from "./definition.ts";

export const registered = [cerfa10103v14, cerfa12434v05] as const;

export type FormVersion = (typeof registered)[number]["id"];

export const {
  formVersions,
  introducedFields,
  currentForm,
  contratOfForm,
  titleOf,
  boxOf,
  aliasOf,
  asks,
  conditionOf,
  formTable,
  formTableIds,
  newestTable,
  layoutOf,
} = createForms(registered);
