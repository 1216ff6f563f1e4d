import { layout, type Mail } from "./layout.ts";

export interface AccountParams {
  readonly cfa: string;
  /** Page of the portal that the secret token completes. */
  readonly url: string;
  readonly formation?: string;
}

/** G3: the token travels in the fragment, which no server logs; the page asks for a click before using it. */
export const motDePasseOublie = (p: AccountParams, secret?: string): Mail =>
  layout(p.cfa, "Bonjour,", [
    { p: "Vous avez demandé à choisir un nouveau mot de passe pour Cactus." },
    { button: ["Choisir mon mot de passe", `${p.url}/#/mot-de-passe/${secret ?? ""}`] },
    {
      p: "Ce lien fonctionne une seule fois, pendant 30\u00a0minutes. Si vous n’avez rien demandé, ignorez ce message\u00a0: votre mot de passe ne change pas.",
    },
  ]);

/** G5: the address is confirmed before the dossier opens. */
export const confirmationInscription = (p: AccountParams, secret?: string): Mail =>
  layout(p.cfa, "Bonjour,", [
    {
      p: `Vous vous inscrivez sur Cactus pour la formation «\u00a0${p.formation ?? ""}\u00a0». Confirmez votre adresse pour ouvrir votre dossier.`,
    },
    { button: ["Confirmer mon inscription", `${p.url}/#/inscription/${secret ?? ""}`] },
    {
      p: "Ce lien fonctionne une seule fois, pendant 24\u00a0heures. Si vous n’avez rien demandé, ignorez ce message.",
    },
  ]);

/** Somebody signs up with an address that already has an account. */
export const dejaInscrit = (p: AccountParams): Mail =>
  layout(p.cfa, "Bonjour,", [
    { p: "Une inscription vient d’être demandée sur Cactus avec votre adresse, qui a déjà un compte." },
    {
      p: "Connectez-vous par le volet gauche de l’écran d’accueil\u00a0; si vous avez oublié votre mot de passe, cliquez sur «\u00a0Mot de passe oublié\u00a0».",
    },
    { button: ["Ouvrir Cactus", p.url] },
  ]);

export const messageEssai = (p: { cfa: string }): Mail =>
  layout(p.cfa, "Bonjour,", [
    { p: "Ceci est un message d’essai\u00a0: le serveur d’envoi réglé dans Cactus fonctionne." },
  ]);
