/**
 * What a use case may answer instead of a result. Codes are those of `shared/api/errors.ts`; the message is the
 * French sentence the person reads, and never holds personal data beyond what the person is looking at.
 */
export type BusinessCode =
  | "NON_CONNECTE"
  | "INTERDIT"
  | "INTROUVABLE"
  | "IMPOSSIBLE"
  | "CONFLIT"
  | "SAISIE_INVALIDE"
  | "INCOMPLET"
  | "TROP_DE_TENTATIVES"
  | "INDISPONIBLE";

export class BusinessError extends Error {
  readonly code: BusinessCode;
  readonly data: unknown;
  constructor(code: BusinessCode, message: string, data?: unknown) {
    super(message);
    this.name = "BusinessError";
    this.code = code;
    this.data = data;
  }
}

export const nonConnecte = () => new BusinessError("NON_CONNECTE", "Connectez-vous pour continuer.");
export const interdit = (raison = "Votre rôle ne permet pas cette action.") =>
  new BusinessError("INTERDIT", raison);
export const introuvable = (quoi = "Élément") => new BusinessError("INTROUVABLE", `${quoi} introuvable.`);
export const impossible = (raison: string) => new BusinessError("IMPOSSIBLE", raison);
export const conflit = (version: number) =>
  new BusinessError(
    "CONFLIT",
    "Quelqu’un a modifié ces données entre-temps\u00a0: relisez-les avant de recommencer.",
    { version },
  );
export const saisieInvalide = (champs: readonly { champ: string; message: string }[]) =>
  new BusinessError(
    "SAISIE_INVALIDE",
    champs.map((c) => c.message).join(" ") || "La saisie est à corriger.",
    { champs },
  );
export const incomplet = (message: string, manquants: readonly { champ: string; message: string }[]) =>
  new BusinessError("INCOMPLET", message, { manquants });
export const tropDeTentatives = (attendreSecondes: number) =>
  new BusinessError(
    "TROP_DE_TENTATIVES",
    `Trop de tentatives\u00a0: réessayez dans ${attendreSecondes}\u00a0secondes.`,
    { attendreSecondes },
  );
