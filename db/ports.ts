/**
 * What the features may ask of the database, in the words of dossiers. `db/open.ts` gives a `Store` on SQLite or
 * PostgreSQL. Ids are UUIDv7 made here, instants ISO UTC, versions start at 1 and move by one at each write.
 */

export * from "./ports/audit.ts";
export * from "./ports/comptes.ts";
export * from "./ports/dossier.ts";
export * from "./ports/dossiers.ts";
export * from "./ports/economies.ts";
export * from "./ports/errors.ts";
export * from "./ports/fichiers.ts";
export * from "./ports/formations.ts";
export * from "./ports/invitations.ts";
export * from "./ports/outbox.ts";
export * from "./ports/reglages.ts";
export * from "./ports/store.ts";
export * from "./ports/suivis.ts";
