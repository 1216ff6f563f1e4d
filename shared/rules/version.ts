/**
 * Version of what a judgement is made by: rules, schema, nomenclatures. Stored judgements made by another one are made
 * again. `npm run rules:version` moves it when their sources changed; a test holds it.
 */
export const RULES_VERSION = 1;
