/** The dossier: its fields, and every question that derives from them. */
export { type Completeness, completeness, type TabCompleteness } from "./completeness.ts";
export { ageAtConclusion, ageAtStart, contratOf, niveauOf } from "./fields/conditions.ts";
export { fieldById, fields, findField } from "./fields/index.ts";
export { sectionRemunerationMinimale } from "./fields/remuneration.ts";
export {
  type DoorIssue,
  formIdentifierOf,
  fromFormIdentifiers,
  type Resolved,
  resolveAlias,
  toFormIdentifiers,
} from "./form-identifiers.ts";
export { aliasOf, boxOf, contratOfForm, currentForm, formVersions, titleOf } from "./forms/index.ts";
export type * from "./kernel.ts";
export {
  contrats,
  modesMission,
  niveauxSaisie,
  ongletLabels,
  onglets,
} from "./kernel.ts";
export {
  defaultData,
  fieldsOfTab,
  fullLabelOf,
  isEmpty,
  isRequired,
  isShown,
  labelOf,
  type Section,
  sectionsOf,
  tabsOf,
} from "./layout.ts";
export { canSee, canWrite, type Who } from "./rights.ts";
export { checkValue, displayValue, maskValue, optionsOf, type TidyResult, tidyValue } from "./values.ts";
