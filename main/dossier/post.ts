import type { Tx } from "../../db/ports.ts";
import { entryOf, type MailName, type MailParams, type MailSecret } from "../../shared/catalogues/mails.ts";

export type Posting<N extends MailName> = {
  readonly destinataire: string;
  /** Idempotency: adding the same key twice keeps the first. */
  readonly cle: string;
  readonly dossierId?: string;
  readonly formationId?: string;
} & (MailSecret<N> extends undefined
  ? { readonly secret?: undefined }
  : undefined extends MailSecret<N>
    ? { readonly secret?: MailSecret<N> }
    : { readonly secret: MailSecret<N> });

/**
 * The one way into the outbox: a mail of the catalogue, its parameters checked by its own schema, in the caller’s
 * transaction; sent later, never here.
 */
export const post = async <N extends MailName>(
  tx: Tx,
  name: N,
  params: MailParams<N>,
  { destinataire, cle, secret, dossierId, formationId }: Posting<N>,
): Promise<{ id: string }> => {
  const entry = entryOf(name);
  const checked = entry.params.parse(params);
  return tx.outbox.add({
    cle,
    modele: name,
    params: checked,
    sujet: entry.sujet(checked),
    destinataire,
    ...(secret === undefined ? {} : { secret }),
    ...(dossierId ? { dossierId } : {}),
    ...(formationId ? { formationId } : {}),
  });
};
