import { errorType } from "../../../shared/catalogues/incidents.ts";
import { sentenceOf } from "../../errors.ts";

const files: Readonly<Record<string, string>> = {
  EISDIR: "Ce chemin est un dossier\u00a0: donnez un nom de fichier.",
  ENOTDIR: "Ce chemin passe par un fichier qui n’est pas un dossier\u00a0: corrigez-le.",
  ENOENT: "Ce chemin n’existe pas\u00a0: vérifiez-le.",
  EACCES: "Vous n’avez pas le droit d’écrire ici\u00a0: choisissez un autre emplacement.",
  EPERM: "Vous n’avez pas le droit d’écrire ici\u00a0: choisissez un autre emplacement.",
  EROFS: "Ce disque est en lecture seule\u00a0: choisissez un autre emplacement.",
  ENOSPC: "Le disque est plein\u00a0: libérez de la place, puis recommencez.",
};

/** A failure in words of ours; undefined for an unforeseen one, whose text may hold anything and is never shown. */
export const knownSentence = (error: unknown): string | undefined =>
  sentenceOf(error) ??
  (error instanceof Error && "code" in error && typeof error.code === "string"
    ? files[error.code]
    : undefined);

/** One French sentence for any failure. */
export const sentenceFor = (error: unknown): string =>
  knownSentence(error) ??
  `Cactus n’a pas pu terminer\u00a0: ${errorType(error instanceof Error ? error.name : undefined)}.`;

/** Commander’s own refusals, in French. */
export const inFrench = (text: string): string =>
  text
    .replace(/^error: /, "")
    .replace(/^required option '(.*)' not specified/, "Option obligatoire absente\u00a0: $1")
    .replace(/^option '(.*)' argument missing/, "L’option $1 attend une valeur")
    .replace(/^unknown command '?(.*?)'?$/m, "Commande inconnue\u00a0: $1")
    .replace(/^unknown option '?(.*?)'?$/m, "Option inconnue\u00a0: $1")
    .replace(/^too many arguments.*$/m, "Il y a un argument de trop")
    .replace(/\(Did you mean (one of )?(.*)\?\)/, "Vouliez-vous dire $2\u202f?");
