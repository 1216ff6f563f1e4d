import {
  type AccountParams,
  confirmationInscription,
  dejaInscrit,
  messageEssai,
  motDePasseOublie,
} from "./account.ts";
import {
  type InvitationParams,
  invitationAlternant,
  invitationEntreprise,
  invitationFormation,
} from "./invitations.ts";
import type { Mail } from "./layout.ts";
import {
  conventionDisponible,
  demandeValidation,
  dossierRetourne,
  dossierValide,
  type StepParams,
} from "./steps.ts";

export type { Mail } from "./layout.ts";

type Params = Readonly<Record<string, unknown>>;

/** Every mail by the name that the outbox keeps. */
const mails = {
  invitationAlternant: (p: Params, secret?: string) =>
    invitationAlternant(p as unknown as InvitationParams, secret),
  invitationEntreprise: (p: Params, secret?: string) =>
    invitationEntreprise(p as unknown as InvitationParams, secret),
  invitationFormation: (p: Params, secret?: string) =>
    invitationFormation(p as unknown as InvitationParams, secret),
  demandeValidation: (p: Params) => demandeValidation(p as unknown as StepParams),
  dossierValide: (p: Params) => dossierValide(p as unknown as StepParams),
  dossierRetourne: (p: Params) => dossierRetourne(p as unknown as StepParams),
  conventionDisponible: (p: Params) => conventionDisponible(p as unknown as StepParams),
  motDePasseOublie: (p: Params, secret?: string) => motDePasseOublie(p as unknown as AccountParams, secret),
  confirmationInscription: (p: Params, secret?: string) =>
    confirmationInscription(p as unknown as AccountParams, secret),
  dejaInscrit: (p: Params) => dejaInscrit(p as unknown as AccountParams),
  messageEssai: (p: Params) => messageEssai(p as unknown as { cfa: string }),
} as const;

export type Modele = keyof typeof mails;
export const modeles = Object.keys(mails) as readonly Modele[];

/** Throws on an unknown model: a mail that cannot be composed is never sent empty. */
export const renderEmail = (modele: string, params: Params, secret: string | undefined): Mail => {
  if (!(modele in mails)) throw new RangeError("unknown mail model");
  return mails[modele as Modele](params, secret);
};

/** Sending these twice is harmless; the others wait for somebody when nobody knows whether they left. */
export const resendable = (modele: string): boolean =>
  modele.startsWith("invitation") || modele === "motDePasseOublie" || modele === "confirmationInscription";
