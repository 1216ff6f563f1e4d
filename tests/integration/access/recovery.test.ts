import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createForgottenLimits,
  type ForgottenLimits,
  forgottenAnswer,
  forgottenPassword,
} from "../../../main/access/forgotten-password.ts";
import { createPhoneCode } from "../../../main/access/phone-code.ts";
import {
  createPhoneLimits,
  type PhoneLimits,
  redeemPhoneCode,
} from "../../../main/access/redeem-phone-code.ts";
import { resetPassword } from "../../../main/access/reset-password.ts";
import { liveSession, openSession } from "../../../main/access/session.ts";
import { resendInvitation } from "../../../main/invitations/resend-invitation.ts";
import type { Formation } from "../../../shared/api/models.ts";
import { actor, withCfa } from "../../builders/core.ts";
import { invited } from "../../builders/dossier.ts";
import { engines } from "../engines.ts";
import { anOffice, codeOf, invitedHead, type Office, signIn } from "./fixture.ts";

const MINUTE = 60_000;
const NEW = "le figuier donne en septembre";

describe.each(engines)("access found again on %s", (engine) => {
  let office: Office;
  let formation: Formation;
  beforeEach(async () => {
    office = await anOffice(engine);
    formation = await withCfa(office);
  });
  afterEach(() => office.close());

  describe("forgotten password (G3)", () => {
    let limits: ForgottenLimits;
    let waits: number[];
    let generated: string;
    beforeEach(async () => {
      limits = createForgottenLimits(office.deps.now);
      waits = [];
      generated = await invitedHead(office, formation, "tete@example.fr");
      await office.secrets();
    });
    const ask = (courriel: string, from = "192.0.2.1") =>
      forgottenPassword(office.deps, limits, async (ms) => waits.push(ms))(courriel, from);
    const reset = (jeton: string, nouveau = NEW) =>
      resetPassword(office.deps, limits)(jeton, nouveau, "192.0.2.1");
    const links = async () =>
      (await office.secrets())
        .filter((one) => one.modele === "motDePasseOublie")
        .map((one) => one.secret ?? "");

    it("known, unknown, staff only: same answer, after the same wait; one mail", async () => {
      await office.staff("administrateur");
      const answers = [
        await ask("Tete@example.fr"),
        await ask("inconnu@example.fr"),
        await ask("administrateur@cfa.example.fr"),
      ];
      expect(answers).toEqual(Array(3).fill({ message: forgottenAnswer }));
      expect(new Set(waits).size).toBe(1);
      expect(waits).toHaveLength(3);
      expect(await links()).toHaveLength(1);
    });

    it("the link works once, ends every session, and the former password is dead", async () => {
      await ask("tete@example.fr");
      const [jeton = ""] = await links();
      expect(Buffer.from(jeton, "base64url")).toHaveLength(32);
      const compte = await signIn(office, "tete@example.fr", generated);
      const { jeton: session } = await office.deps.store.write((tx) =>
        openSession(office.deps, tx, compte, "portail"),
      );
      // A refused password uses nothing up.
      expect(await codeOf(reset(jeton, "court"))).toBe("SAISIE_INVALIDE");
      await reset(jeton);
      expect(await liveSession(office.deps)(session, "portail")).toBeUndefined();
      expect(await codeOf(signIn(office, "tete@example.fr", generated))).toBe("NON_CONNECTE");
      expect((await signIn(office, "tete@example.fr", NEW)).provisoire).toBe(false);
      expect(await codeOf(reset(jeton, "une autre phrase bien longue"))).toBe("IMPOSSIBLE");
    });

    it("ten people with one link: one gets in", async () => {
      await ask("tete@example.fr");
      const [jeton = ""] = await links();
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, i) => codeOf(reset(jeton, `phrase bien longue numéro ${i}`))),
      );
      expect(all.filter((one) => one === "accepted")).toHaveLength(1);
    });

    it("lasts thirty minutes", async () => {
      await ask("tete@example.fr");
      const [jeton = ""] = await links();
      office.later(30 * MINUTE);
      expect(await codeOf(reset(jeton))).toBe("IMPOSSIBLE");
    });

    it("using one link voids the others; a token never given opens nothing", async () => {
      await ask("tete@example.fr");
      await ask("tete@example.fr");
      const [first = "", second = ""] = await links();
      expect(first).not.toBe(second);
      await reset(second);
      expect(await codeOf(reset(first, "une autre phrase bien longue"))).toBe("IMPOSSIBLE");
      expect(await codeOf(reset("A".repeat(43)))).toBe("IMPOSSIBLE");
      expect(await codeOf(reset(""))).toBe("IMPOSSIBLE");
    });

    it("three an hour at most, even asked for side by side, and the answer does not tell", async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => ask("tete@example.fr")));
      expect(new Set(answers.map((one) => one.message)).size).toBe(1);
      expect(await links()).toHaveLength(3);
      office.later(61 * MINUTE);
      await ask("tete@example.fr");
      expect(await links()).toHaveLength(1);
    });

    it("one machine cannot ask for everybody", async () => {
      const codes = await Promise.all(Array.from({ length: 15 }, (_, i) => codeOf(ask(`p${i}@example.fr`))));
      expect(codes.filter((one) => one === "TROP_DE_TENTATIVES")).toHaveLength(5);
      expect(await codeOf(ask("tete@example.fr", "192.0.2.2"))).toBe("accepted");
    });

    it.each(["", "pas une adresse", "a@example.fr, b@example.fr", "a@example.fr\r\nBcc: b@example.fr"])(
      "refuses %j with the field named",
      async (courriel) => {
        expect(await codeOf(ask(courriel))).toBe("SAISIE_INVALIDE");
      },
    );
  });

  describe("code dictated by phone", () => {
    let limits: PhoneLimits;
    beforeEach(() => {
      limits = createPhoneLimits(office.deps.now);
    });
    const redeem = (courriel: string, code: string, from = "192.0.2.1") =>
      redeemPhoneCode(office.deps, limits)(courriel, code, from);
    const lea = "lea.arnaud-delmas@example.fr";

    it("opens that account once, spaces forgiven", async () => {
      const dossier = await invited(office, formation);
      const { code } = await createPhoneCode(office.deps)(actor(), dossier.id, "alternant");
      expect(await codeOf(redeem("autre@example.fr", code))).toBe("NON_CONNECTE");
      const compte = await redeem(lea.toUpperCase(), `${code.slice(0, 4)} ${code.slice(4)}`);
      expect(compte.courriel).toBe(lea);
      expect(await codeOf(redeem(lea, code))).toBe("NON_CONNECTE");
    });

    it("lasts ten minutes", async () => {
      const dossier = await invited(office, formation);
      const { code } = await createPhoneCode(office.deps)(actor(), dossier.id, "alternant");
      office.later(10 * MINUTE);
      expect(await codeOf(redeem(lea, code))).toBe("NON_CONNECTE");
    });

    it("a thousand guesses: ten at most are evaluated while a code lives", async () => {
      const dossier = await invited(office, formation);
      await createPhoneCode(office.deps)(actor(), dossier.id, "alternant");
      let evaluated = 0;
      for (let i = 0; i < 1_000; i++) {
        const code = String(i).padStart(8, "0");
        if ((await codeOf(redeem(lea, code, `192.0.2.${i % 250}`))) === "NON_CONNECTE") evaluated += 1;
        office.later(599);
      }
      expect(evaluated).toBeLessThanOrEqual(10);
    });

    it("three codes in force at most; not for somebody uninvited, nor by an export clerk", async () => {
      const dossier = await invited(office, formation);
      const dictate = (who = actor()) => codeOf(createPhoneCode(office.deps)(who, dossier.id, "alternant"));
      expect([await dictate(), await dictate(), await dictate(), await dictate()]).toEqual([
        "accepted",
        "accepted",
        "accepted",
        "TROP_DE_TENTATIVES",
      ]);
      office.later(11 * MINUTE);
      expect(await dictate()).toBe("accepted");
      expect(await dictate(actor("exporteur"))).toBe("INTERDIT");
      expect(await codeOf(createPhoneCode(office.deps)(actor(), dossier.id, "entreprise"))).toBe(
        "IMPOSSIBLE",
      );
    });

    it("dies with the access: the address was corrected in between (G4)", async () => {
      const dossier = await invited(office, formation);
      const { code } = await createPhoneCode(office.deps)(actor(), dossier.id, "alternant");
      await resendInvitation(office.deps)(actor(), dossier.id, "alternant", "lea@autre.example.fr");
      expect(await codeOf(redeem(lea, code))).toBe("NON_CONNECTE");
    });
  });
});
