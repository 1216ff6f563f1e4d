import { BaseRefusee } from "../db/errors.ts";
import { type ErrorCode, type ErrorData, errors, type FieldIssue } from "../shared/catalogues/errors.ts";

/**
 * What a use case may answer instead of a result, as the catalogue has it. The message is the French sentence the
 * person reads, and never holds personal data beyond what the person is looking at.
 */
export class BusinessError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly data: ErrorData<C>;
  constructor(code: C, message: string, ...data: ErrorData<C> extends undefined ? [] : [ErrorData<C>]) {
    super(message);
    this.name = "BusinessError";
    this.code = code;
    this.data = data[0] as ErrorData<C>;
  }
}

/** A failure whose message is a French sentence of ours, for the person to read as it is: settings, a start, a folder. */
export class Sentence extends Error {}

/** What may be shown of any failure; undefined for an unforeseen one, whose text may hold anything. */
export const sentenceOf = (error: unknown): string | undefined =>
  error instanceof Sentence || error instanceof BusinessError || error instanceof BaseRefusee
    ? error.message
    : undefined;

/** True of an error of this very code: its data are then known. */
export const isBusiness = <C extends ErrorCode>(error: unknown, code: C): error is BusinessError<C> =>
  error instanceof BusinessError && error.code === code;

export const nonConnecte = (raison: string = errors.NON_CONNECTE.phrase) =>
  new BusinessError("NON_CONNECTE", raison);
export const interdit = (raison: string = errors.INTERDIT.phrase) => new BusinessError("INTERDIT", raison);
export const introuvable = (quoi = "Élément") => new BusinessError("INTROUVABLE", `${quoi} introuvable.`);
export const impossible = (raison: string) => new BusinessError("IMPOSSIBLE", raison);
export const conflit = (version: number) => new BusinessError("CONFLIT", errors.CONFLIT.phrase, { version });
export const saisieInvalide = (champs: readonly FieldIssue[]) =>
  new BusinessError(
    "SAISIE_INVALIDE",
    champs.map((c) => c.message).join(" ") || errors.SAISIE_INVALIDE.phrase,
    { champs: [...champs] },
  );
export const incomplet = (message: string, manquants: readonly FieldIssue[]) =>
  new BusinessError("INCOMPLET", message, { manquants: [...manquants] });
export const tropDeTentatives = (attendreSecondes: number) =>
  new BusinessError(
    "TROP_DE_TENTATIVES",
    `Trop de tentatives\u00a0: réessayez dans ${attendreSecondes}\u00a0secondes.`,
    { attendreSecondes },
  );
