import { findMail, type MailName, type MailParams, type MailSecret } from "../../shared/catalogues/mails.ts";
import { layout, type Mail } from "./layout.ts";

export type { Mail } from "./layout.ts";

export interface Composed extends Mail {
  readonly sujet: string;
  /** Instant after which it must not leave any more. */
  readonly perimeLe?: string;
}

/** A mail of the catalogue, whole: what its entry says of these parameters, in the one layout. */
export const compose = <N extends MailName>(
  name: N,
  params: MailParams<N>,
  ...[secret]: MailSecret<N> extends undefined ? [] : [MailSecret<N>]
): Composed => composeStored(name, params, secret);

/**
 * The same for a row of the outbox. Throws when its name is unknown, when its parameters do not fit the entry any
 * more or when its link is gone: a mail that cannot be composed is never sent with a hole in it.
 */
export const composeStored = (modele: string, stored: unknown, secret: string | undefined): Composed => {
  const entry = findMail(modele);
  if (!entry) throw new RangeError("unknown mail");
  if (entry.secret === "jeton" && !secret) throw new RangeError("link without its token");
  const params = entry.params.parse(stored);
  const cfa = typeof params.cfa === "string" ? params.cfa : "";
  return {
    sujet: entry.sujet(params),
    ...layout(cfa, entry.salutation(params), entry.corps(params, secret)),
    ...(entry.perimeLe ? { perimeLe: entry.perimeLe(params) } : {}),
  };
};
