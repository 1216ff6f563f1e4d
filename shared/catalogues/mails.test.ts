import { describe, expect, it } from "vitest";
import { statutsCourriel } from "./mail.ts";
import { findMail, type MailName, mailNames, mails, resend } from "./mails.ts";

describe("« Renvoyer »", () => {
  /** What is answered once the mail has left or failed. */
  const afterwards: Readonly<Partial<Record<MailName, true | RegExp>>> = {
    invitationAlternant: /depuis le dossier/,
    invitationEntreprise: /depuis le dossier/,
    invitationFormation: /depuis un dossier de sa formation/,
    demandeValidation: true,
    dossierValide: true,
    dossierRetourne: true,
    dossierRouvert: true,
    conventionDisponible: true,
    motDePasseOublie: /ne peut plus servir/,
    confirmationInscription: /ne peut plus servir.*code d’accès/,
    dejaInscrit: true,
    messageEssai: /depuis «\u00a0Réglages\u00a0»/,
  };
  it.each(mailNames.flatMap((modele) => statutsCourriel.map((statut) => [modele, statut] as const)))(
    "%s, %s",
    (modele, statut) => {
      const { permis, raison } = resend({ modele, statut });
      if (statut === "leased") return expect({ permis, raison }).toMatchObject({ permis: false });
      const kept = statut === "due" || statut === "uncertain";
      const expected = kept || (afterwards[modele] ?? mails[modele].renvoyable === true) || /./;
      expect(permis).toBe(expected === true);
      if (expected === true) expect(raison).toBeUndefined();
      else expect(raison).toMatch(expected);
    },
  );

  it("a mail that this version does not know is never sent again", () => {
    for (const statut of statutsCourriel)
      expect(resend({ modele: "ancien", statut })).toMatchObject({ permis: false });
  });

  it("whoever lost their secret with the sending is not sent again, and may be sent twice by Cactus", () => {
    for (const name of mailNames) {
      const { secret, renvoyable, deuxFois } = mails[name];
      if (secret !== "aucun") expect([name, renvoyable === true, deuxFois]).toEqual([name, false, true]);
    }
  });

  it("a step is told to parties of the dossier, each once", () => {
    for (const name of mailNames) {
      const to = findMail(name)?.to;
      if (to !== "personne") expect(new Set(to).size).toBe(to?.length);
    }
  });
});
