import { describe, expect, it } from "vitest";
import { modeles, renderEmail, resendable } from "./index.ts";

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
  qualite: "alternant",
  lien: "https://cactus.example.fr/#/dossiers/1",
  motif: hostile,
  par: hostile,
};

describe("mails", () => {
  it.each(modeles)("%s escapes what people typed, in HTML only", (modele) => {
    const { html, text } = renderEmail(modele, params, "k7fm-x2wq");
    expect(html).not.toContain("<script>");
    expect(text).not.toContain("&lt;");
    expect(html).toMatch(/^<!doctype html><html lang="fr">/);
    expect(html).not.toMatch(/src=|url\(/);
  });

  it("the invitation says where, with which address and which password, and until when (G1)", () => {
    const { text } = renderEmail("invitationAlternant", params, "k7fm-x2wq");
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
    const { text } = renderEmail("invitationEntreprise", { ...params, motDePasseHabituel: true }, undefined);
    expect(text).toContain("celui que vous avez déjà choisi");
    expect(text).not.toContain("généré");
  });

  it("a return carries its reason (G18)", () => {
    expect(renderEmail("dossierRetourne", params, undefined).text).toContain(hostile);
  });

  it("links only lead to a web address", () => {
    expect(
      renderEmail("demandeValidation", { ...params, lien: "javascript:alert(1)" }, undefined).html,
    ).toContain('href="#"');
  });

  it("an unknown model is refused", () => {
    expect(() => renderEmail("autre", params, undefined)).toThrow(RangeError);
    expect(resendable("invitationAlternant")).toBe(true);
    expect(resendable("dossierValide")).toBe(false);
  });
});
