/** `cactus://dossier/D2026-00042`: how a mail or another program opens a dossier here. */
export const LINK_SCHEME = "cactus";

export type Link = { readonly reference: string } | "inconnu";

/** What a link asks for. A link may come from anywhere: nothing but a dossier’s reference is read from it. */
export const readLink = (link: string): Link => {
  const found = /^cactus:\/\/dossier\/(D\d{4}-\d{5,8})\/?$/i.exec(link);
  return found?.[1] ? { reference: found[1].toUpperCase() } : "inconnu";
};

/** The link of a command line: Windows and Linux give it as an argument, to this start or to a second one. */
export const linkOf = (args: readonly string[]): string | undefined =>
  args.find((arg) => arg.toLowerCase().startsWith(`${LINK_SCHEME}:`));

export const UNKNOWN_LINK =
  "Ce lien «\u00a0cactus://\u00a0» n’est pas reconnu. Un lien vers un dossier s’écrit cactus://dossier/ suivi de sa référence.";
