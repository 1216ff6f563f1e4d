/**
 * What the features may ask of the database, in the words of dossiers. `db/open.ts` gives a `Store` on SQLite or
 * PostgreSQL. Ids are UUIDv7 made here, instants ISO UTC, versions start at 1 and move by one at each write.
 */

/** Another write got there first: both values can be shown, nothing typed is lost. */
export class VersionConflict extends Error {
  readonly current: number;
  constructor(current: number) {
    super("version conflict");
    this.name = "VersionConflict";
    this.current = current;
  }
}

/** The database refuses: the dossier is frozen (G20). */
export class DossierFige extends Error {
  constructor() {
    super("dossier frozen");
    this.name = "DossierFige";
  }
}
