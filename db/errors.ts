/** Why a database cannot be opened; each message says what to do. Nothing was written to the file. */
export class BaseRefusee extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
export class BaseEtrangere extends BaseRefusee {}
export class BasePlusRecente extends BaseRefusee {}
export class BaseAbimee extends BaseRefusee {}

export const etrangere = () =>
  new BaseEtrangere(
    "Ce fichier n’est pas une base Cactus : choisissez un autre dossier de données (--data).",
  );
export const plusRecente = () =>
  new BasePlusRecente(
    "Cette base vient d’une version plus récente de Cactus : mettez l’application à jour sur ce poste.",
  );
export const abimee = () =>
  new BaseAbimee(
    "La base Cactus est illisible ou abîmée : n’écrivez rien dedans, restaurez la dernière sauvegarde (dossier « sauvegardes »).",
  );
