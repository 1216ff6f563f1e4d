import { describe, expect, it } from "vitest";
import { findMail, type MailName, mailNames } from "../../shared/catalogues/mails.ts";
import { compose, composeStored } from "./index.ts";

const hostile = `<script>alert("x")</script> & 'Zoé'`;
const params = {
  cfa: "CFA des Calanques",
  formation: hostile,
  nom: "Léa",
  alternant: hostile,
  courriel: "lea@example.fr",
  url: "https://cactus.example.fr",
  expire: "05/10/2026",
  motDePasseHabituel: false,
  reference: "D2026-00042",
  qualite: "alternant" as const,
  lien: "https://cactus.example.fr/#/dossiers/1",
  motif: hostile,
  par: hostile,
  perimeLe: "2026-09-01T08:30:00.000Z",
};
const secret = "k7fm-x2wq";

describe("mails", () => {
  it.each([...mailNames])("%s escapes what people typed, in HTML only", (name) => {
    const { html, text } = composeStored(name, params, secret);
    expect(html).not.toContain("<script>");
    expect(text).not.toContain("&lt;");
    expect(html).toMatch(/^<!doctype html><html lang="fr">/);
    expect(html).not.toMatch(/src=|url\(/);
  });

  it("the invitation says where, with which address and which password, and until when (G1)", () => {
    const { text } = compose("invitationAlternant", params, secret);
    for (const part of [
      "https://cactus.example.fr",
      "lea@example.fr",
      "k7fm-x2wq",
      "volet gauche",
      "05/10/2026",
      "Mot de passe oublié",
    ])
      expect(text).toContain(part);
  });

  it("somebody who has a password of their own is told to use it", () => {
    const { text } = compose("invitationEntreprise", { ...params, motDePasseHabituel: true }, undefined);
    expect(text).toContain("celui que vous avez déjà choisi");
    expect(text).not.toContain("généré");
  });

  it("a return carries its reason (G18)", () => {
    expect(compose("dossierRetourne", params).text).toContain(hostile);
  });

  it("links only lead to a web address", () => {
    expect(compose("demandeValidation", { ...params, lien: "javascript:alert(1)" }).html).toContain(
      'href="#"',
    );
  });
});

/** Literal rows of the outbox, as `JSON.parse` gives them back: what was stored by version 1.0 must still leave. */
const step = {
  cfa: "CFA Épure",
  reference: "D2026-00042",
  alternant: "Léa ARNAUD",
  formation: "BTS MCO",
  qualite: "alternant",
  lien: "http://127.0.0.1:4780/#/dossiers/01J",
};
const invitation = {
  cfa: "",
  formation: "BTS MCO",
  nom: "",
  alternant: "",
  courriel: "lea@example.fr",
  url: "http://127.0.0.1:4780",
  expire: "05/10/2026",
  motDePasseHabituel: false,
};
const link = { cfa: "CFA Épure", url: "http://127.0.0.1:4780" };
const stored: Readonly<Partial<Record<MailName, { params: object; sujet: string; says: string }>>> = {
  invitationAlternant: { params: invitation, sujet: "Votre accès à Cactus – CFA", says: secret },
  invitationEntreprise: { params: invitation, sujet: "Votre accès à Cactus – CFA", says: "Un alternant" },
  invitationFormation: {
    params: { ...invitation, cfa: "CFA Épure" },
    sujet: "Votre accès à Cactus – CFA Épure",
    says: "responsable de la formation «\u00a0BTS MCO\u00a0»",
  },
  demandeValidation: {
    params: step,
    sujet: "Validation demandée\u00a0: dossier D2026-00042",
    says: "La validation du dossier D2026-00042 est demandée.",
  },
  dossierValide: {
    params: step,
    sujet: "Votre dossier D2026-00042 est validé",
    says: "Le dossier D2026-00042 (Léa ARNAUD, «\u00a0BTS MCO\u00a0») est validé.",
  },
  dossierRetourne: {
    params: { ...step, motif: "SIRET du siège", par: "Claire Maurin" },
    sujet: "Votre dossier D2026-00042 est à corriger",
    says: "est à corriger, à la demande de Claire Maurin\u00a0:\n\n«\u00a0SIRET du siège\u00a0»",
  },
  dossierRouvert: {
    params: { ...step, qualite: "formation", motif: "", par: "" },
    sujet: "Votre dossier D2026-00042 est à corriger",
    says: "est à corriger\u00a0:\n\nModifiez les données",
  },
  conventionDisponible: {
    params: { ...step, qualite: "entreprise" },
    sujet: "Convention disponible\u00a0: dossier D2026-00042",
    says: "la convention est disponible",
  },
  motDePasseOublie: {
    params: { ...link, perimeLe: "2026-09-01T08:30:00.000Z" },
    sujet: "Votre mot de passe Cactus – CFA Épure",
    says: `http://127.0.0.1:4780/#/mot-de-passe/${secret}`,
  },
  confirmationInscription: {
    params: { ...link, formation: "BTS MCO" },
    sujet: "Confirmez votre inscription sur Cactus",
    says: `http://127.0.0.1:4780/#/inscription/${secret}`,
  },
  dejaInscrit: {
    params: { ...link, formation: "BTS MCO" },
    sujet: "Vous avez déjà un compte Cactus",
    says: "a déjà un compte",
  },
  messageEssai: { params: { cfa: "" }, sujet: "Message d’essai de Cactus", says: "L’équipe du CFA" },
};

describe("rows already in the outbox", () => {
  const rows = Object.entries(stored).map(([name, row]) => [name as MailName, row] as const);

  it.each(rows)("%s composes from what is stored today", (name, { params: kept, sujet, says }) => {
    const composed = composeStored(name, JSON.parse(JSON.stringify(kept)), secret);
    expect(composed.sujet).toBe(sujet);
    expect(composed.text).toContain(says);
    expect(composed.text + composed.html).not.toContain("undefined");
  });

  it.each(rows)("%s is refused as soon as one of its parameters is missing", (name, { params: kept }) => {
    for (const key of Object.keys(findMail(name)?.params.shape ?? {}))
      expect(() => composeStored(name, { ...kept, [key]: undefined }, secret), key).toThrow();
  });

  it("an unknown mail and a link without its token are refused", () => {
    expect(() => composeStored("autre", params, undefined)).toThrow(RangeError);
    expect(() => composeStored("toString", params, undefined)).toThrow(RangeError);
    expect(() => composeStored("motDePasseOublie", params, undefined)).toThrow(RangeError);
  });
});
