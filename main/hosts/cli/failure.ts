import { BaseRefusee } from "../../../db/errors.ts";
import { BusinessError } from "../../errors.ts";
import { CliError } from "./context.ts";

const files: Readonly<Record<string, string>> = {
  EISDIR: "Ce chemin est un dossier\u00a0: donnez un nom de fichier.",
  ENOTDIR: "Ce chemin passe par un fichier qui n’est pas un dossier\u00a0: corrigez-le.",
  ENOENT: "Ce chemin n’existe pas\u00a0: vérifiez-le.",
  EACCES: "Vous n’avez pas le droit d’écrire ici\u00a0: choisissez un autre emplacement.",
  EPERM: "Vous n’avez pas le droit d’écrire ici\u00a0: choisissez un autre emplacement.",
  EROFS: "Ce disque est en lecture seule\u00a0: choisissez un autre emplacement.",
  ENOSPC: "Le disque est plein\u00a0: libérez de la place, puis recommencez.",
};

/** One French sentence for any failure; the text of an unforeseen error, which may hold anything, is never shown. */
export const sentenceOf = (error: unknown): string => {
  if (error instanceof CliError || error instanceof BusinessError || error instanceof BaseRefusee)
    return error.message;
  if (error instanceof Error && "code" in error && typeof error.code === "string" && files[error.code])
    return files[error.code] as string;
  // Settings that cannot be used say so themselves, in French.
  if (error instanceof Error && error.constructor === Error && /[éèàêç’]/.test(error.message))
    return error.message;
  return `Cactus n’a pas pu terminer\u00a0: ${error instanceof Error ? error.name : "erreur"}.`;
};

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
