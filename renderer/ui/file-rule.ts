/** What a place that takes a file accepts, in the same words whether it is chosen or dropped. */
export interface FileRule {
  readonly types: readonly string[];
  readonly extensions: RegExp;
  readonly limit: number;
  readonly invitation: string;
  readonly wrongType: string;
  readonly tooBig: string;
}

export const pdfRule: FileRule = {
  types: ["application/pdf"],
  extensions: /\.pdf$/i,
  limit: 20_000_000,
  invitation: "Déposez le PDF ici",
  wrongType: "Ce fichier n’est pas un PDF\u00a0: choisissez un autre fichier.",
  tooBig: "Ce fichier dépasse 20\u00a0Mo\u00a0: réduisez-le puis choisissez-le de nouveau.",
};

export const logoRule: FileRule = {
  types: ["image/png", "image/jpeg"],
  extensions: /\.(png|jpe?g)$/i,
  limit: 2_000_000,
  invitation: "Déposez l’image ici",
  wrongType: "Le logo doit être une image PNG ou JPEG\u00a0: choisissez un autre fichier.",
  tooBig: "Ce fichier dépasse 2\u00a0Mo\u00a0: réduisez l’image puis choisissez-la de nouveau.",
};

/** The one file among these, or why none is taken. Its content is the server’s to judge. */
export const acceptFile = <F extends Pick<File, "name" | "type" | "size">>(
  files: readonly F[],
  rule: FileRule,
): { readonly file: F } | { readonly refusal: string } => {
  const [file, ...others] = files;
  // A folder, or something of another program that is no file.
  if (!file) return { refusal: rule.wrongType };
  if (others.length > 0) return { refusal: "Déposez un seul fichier à la fois." };
  // Some workstations know no type for an extension.
  const fits = file.type === "" ? rule.extensions.test(file.name) : rule.types.includes(file.type);
  if (!fits) return { refusal: rule.wrongType };
  if (file.size > rule.limit) return { refusal: rule.tooBig };
  return { file };
};
