import { isEmail } from "../../shared/dossier/formats/index.ts";

/** One recipient as nodemailer must receive it: an object and an explicit envelope, never a string it would parse. */
export interface Addressed {
  readonly to: { readonly name: ""; readonly address: string };
  readonly envelope: { readonly from: string; readonly to: [string] };
}

/** Undefined when it is not exactly one plain address (line break, list, group, quotes, comment…). */
export const addressed = (destinataire: string, expediteur: string): Addressed | undefined =>
  isEmail(destinataire)
    ? { to: { name: "", address: destinataire }, envelope: { from: expediteur, to: [destinataire] } }
    : undefined;

/** Throws unless the composed message goes to that recipient and nobody else. Asked just before it leaves. */
export const assertOnly = (destinataire: string, envelope: { readonly to?: unknown }): void => {
  const to = [envelope.to ?? []].flat();
  if (to.length !== 1 || to[0] !== destinataire) throw new Error("envelope differs from the outbox row");
};
