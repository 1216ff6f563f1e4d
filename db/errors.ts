/** Why a database cannot be opened or used; each message says what to do. Nothing was written to the file. */
export class BaseRefusee extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
export class BaseEtrangere extends BaseRefusee {}
export class BasePlusRecente extends BaseRefusee {}
export class BaseAbimee extends BaseRefusee {}
/** The database is sound, but cannot serve just now: disk full, locked, read-only, unreachable. */
export class BaseIndisponible extends BaseRefusee {}

export const etrangere = () =>
  new BaseEtrangere(
    "Ce fichier n’est pas une base Cactus, ou n’en est plus une\u00a0: choisissez un autre dossier de données (--data) ou restaurez une sauvegarde.",
  );
export const plusRecente = () =>
  new BasePlusRecente(
    "Cette base vient d’une version plus récente de Cactus\u00a0: mettez l’application à jour sur ce poste. Rien n’y a été changé.",
  );
export const abimee = () =>
  new BaseAbimee(
    "La base Cactus est illisible ou abîmée\u00a0: n’écrivez rien dedans, restaurez la dernière sauvegarde (dossier «\u00a0sauvegardes\u00a0»).",
  );
export const absente = () =>
  new BaseIndisponible("La base Cactus est introuvable\u00a0: vérifiez le dossier de données (--data).");
export const aMettreAJour = () =>
  new BaseIndisponible(
    "Cette base vient d’une version plus ancienne de Cactus\u00a0: ouvrez-la une fois avec l’application, qui la mettra à jour.",
  );
export const copieImpossible = (cause: unknown) =>
  new BaseIndisponible(
    `La base doit être mise à niveau, et sa copie préalable (dossier «\u00a0sauvegardes\u00a0») a échoué\u00a0: rien n’a été changé. ${cause instanceof BaseRefusee ? cause.message : "Vérifiez la place libre et vos droits sur ce dossier, puis relancez Cactus."}`,
    { cause },
  );
export const lectureSeule = () =>
  new BaseIndisponible("La base est ouverte en lecture seule\u00a0: rien n’a été enregistré.");

const sqliteFaults: readonly (readonly [prefix: string, make: () => BaseRefusee])[] = [
  ["SQLITE_CORRUPT", abimee],
  ["SQLITE_NOTADB", abimee],
  [
    "SQLITE_FULL",
    () =>
      new BaseIndisponible(
        "Le disque est plein\u00a0: rien n’a été enregistré. Libérez de la place, puis recommencez.",
      ),
  ],
  [
    "SQLITE_BUSY",
    () =>
      new BaseIndisponible(
        "La base est occupée par un autre programme\u00a0: rien n’a été enregistré. Recommencez dans un instant.",
      ),
  ],
  ["SQLITE_READONLY", lectureSeule],
  [
    "SQLITE_IOERR",
    () =>
      new BaseIndisponible(
        "Le disque ne répond plus\u00a0: rien n’a été enregistré. Vérifiez-le, puis relancez Cactus.",
      ),
  ],
  [
    "SQLITE_CANTOPEN",
    () =>
      new BaseIndisponible(
        "La base Cactus ne s’ouvre pas\u00a0: vérifiez vos droits sur le dossier de données (--data).",
      ),
  ],
];

/** A fault of the file or of the disk, in words a person can act on; any other error is given back as it is. */
export const inFrench = (error: unknown): unknown => {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return error;
  const { code } = error;
  return sqliteFaults.find(([prefix]) => code.startsWith(prefix))?.[1]() ?? error;
};
