/** The nouns both contracts and the database share: one zod schema each, types inferred. One file a noun. */
export * from "./models/base.ts";
export * from "./models/cfa.ts";
export * from "./models/compte.ts";
export * from "./models/constat.ts";
export * from "./models/courriel.ts";
export * from "./models/dossier.ts";
export * from "./models/economie.ts";
export * from "./models/evenement.ts";
export * from "./models/formation.ts";
export * from "./models/invitation.ts";
export * from "./models/suivi.ts";
