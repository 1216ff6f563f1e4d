import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changePassword } from "../../../main/access/change-password.ts";
import { authenticate, liveSession, openSession } from "../../../main/access/session.ts";
import {
  checkCredentials,
  createSignInLimits,
  type SignInLimits,
  signIn,
} from "../../../main/access/sign-in.ts";
import { withCfa } from "../../builders/core.ts";
import { engines } from "../engines.ts";
import { anOffice, codeOf, invitedHead, type Office, PASSWORD } from "./fixture.ts";

const MINUTE = 60_000;

describe.each(engines)("sign-in on %s", (engine) => {
  let office: Office;
  let limits: SignInLimits;
  let pauses: number[];
  beforeEach(async () => {
    office = await anOffice(engine);
    pauses = [];
    limits = createSignInLimits(office.deps.now, async (ms) => pauses.push(ms));
    await office.staff("administrateur");
  });
  afterEach(() => office.close());
  const admin = "administrateur@cfa.example.fr";
  const enter = (courriel: string, password: string) => signIn(office.deps, limits)(courriel, password);
  const answer = (work: Promise<unknown>) =>
    work.then(
      () => "accepted",
      (error: { code: string; message: string }) => [error.code, error.message],
    );

  it("opens a session whose token is not stored, and says so in the journal", async () => {
    const { jeton, aChanger } = await enter(` ${admin.toUpperCase()} `, PASSWORD);
    expect(aChanger).toBe(false);
    expect(Buffer.from(jeton, "base64url")).toHaveLength(32);
    expect(await authenticate(office.deps)(jeton)).toMatchObject({ role: "administrateur", porte: "poste" });
    const { lignes } = await office.deps.store.read((tx) => tx.audit.recent({ limite: 5 }));
    expect(lignes.map((one) => one.action)).toEqual(["acces.connexion"]);
    const stored = await office.deps.store.read((tx) => tx.sessions.byToken(jeton));
    expect(stored).toBeUndefined();
  });

  it("unknown, wrong, closed: same answer after the same work", async () => {
    await office.staff("conseiller", { actif: false });
    const answers = [
      await answer(enter("inconnu@cfa.example.fr", PASSWORD)),
      await answer(enter(admin, "ce n’est pas celui-là")),
      await answer(enter("conseiller@cfa.example.fr", PASSWORD)),
    ];
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    // Somebody’s portal access is not a staff access.
    expect(office.verified).toEqual([false, true, true]);
    expect(new Set(pauses).size).toBe(1);
    expect(pauses).toHaveLength(3);
  });

  it("no refusal is given before its moment, with or without an account", async () => {
    let release = () => {};
    const moment = new Promise<void>((resolve) => {
      release = resolve;
    });
    const patient = createSignInLimits(office.deps.now, () => moment);
    const answered: string[] = [];
    const all = [admin, "inconnu@cfa.example.fr"].map((courriel) =>
      codeOf(signIn(office.deps, patient)(courriel, "ce n’est pas celui-là")).then((one) =>
        answered.push(one),
      ),
    );
    await vi.waitFor(async () => {
      const compte = await office.deps.store.read((tx) => tx.comptes.byCourriel("cfa", admin));
      expect(compte?.echecs).toBe(1);
      expect(patient.strangers.count("cfa:inconnu@cfa.example.fr")).toBe(1);
    });
    expect(answered).toEqual([]);
    release();
    await Promise.all(all);
    expect(answered).toEqual(["NON_CONNECTE", "NON_CONNECTE"]);
  });

  it("from the fifth failure each try waits longer, alike with and without an account, never for good", async () => {
    const history = async (courriel: string) => {
      const out: unknown[] = [];
      for (let i = 0; i < 40; i++) {
        out.push(await answer(enter(courriel, "ce n’est pas celui-là")));
        office.later(5_000);
      }
      return out;
    };
    const known = await history(admin);
    const unknown = await history("inconnu@cfa.example.fr");
    expect(unknown).toEqual(known);
    const evaluated = known.filter((one) => (one as string[])[0] === "NON_CONNECTE").length;
    expect(evaluated).toBeGreaterThanOrEqual(6);
    expect(evaluated).toBeLessThan(15);
    office.later(15 * MINUTE);
    expect((await enter(admin, PASSWORD)).jeton).toBeTruthy();
    // The right password wipes the slate.
    expect(await codeOf(enter(admin, "ce n’est pas celui-là"))).toBe("NON_CONNECTE");
    expect(await codeOf(enter(admin, PASSWORD))).toBe("accepted");
  });

  it("a try during the wait is not hashed", async () => {
    for (let i = 0; i < 5; i++) await codeOf(enter(admin, "ce n’est pas celui-là"));
    office.verified.length = 0;
    expect(await codeOf(enter(admin, PASSWORD))).toBe("TROP_DE_TENTATIVES");
    expect(office.verified).toEqual([]);
  });

  it("tries side by side each count", async () => {
    await Promise.all(Array.from({ length: 8 }, () => codeOf(enter(admin, "ce n’est pas celui-là"))));
    const compte = await office.deps.store.read((tx) => tx.comptes.byCourriel("cfa", admin));
    expect(compte?.echecs).toBe(8);
  });

  it("a thousand tries at one address or from one machine: few are evaluated", async () => {
    for (let i = 0; i < 1_000; i++) await codeOf(enter(`inconnu${i}@cfa.example.fr`, "x"));
    expect(office.verified.length).toBeLessThanOrEqual(20);
  });

  it("a session ends at once on closing, after idleness, after twelve hours; touched once a minute", async () => {
    const session = async () => (await enter(admin, PASSWORD)).jeton;
    const alive = async (jeton: string) => (await liveSession(office.deps)(jeton, "poste")) !== undefined;
    const first = await session();
    expect(await liveSession(office.deps)(first, "portail")).toBeUndefined();
    office.later(29 * MINUTE);
    expect(await alive(first)).toBe(true);
    office.later(29 * MINUTE);
    expect(await alive(first)).toBe(true);
    office.later(31 * MINUTE);
    expect(await alive(first)).toBe(false);
    office.later(-31 * MINUTE);
    expect(await alive(first)).toBe(false);

    const second = await session();
    for (let i = 0; i < 48; i++) {
      office.later(15 * MINUTE - 1);
      expect(await alive(second)).toBe(true);
    }
    office.later(15 * MINUTE);
    expect(await alive(second)).toBe(false);

    const third = await session();
    const compte = await office.deps.store.read((tx) => tx.comptes.byCourriel("cfa", admin));
    await office.deps.store.write((tx) => tx.comptes.update(compte?.id ?? "", { actif: false }));
    expect(await alive(third)).toBe(false);
  });

  it("the idle delay of Réglages counts for staff", async () => {
    await office.deps.store.write((tx) =>
      tx.reglages.set("delais", { invitationJours: 30, verrouillageMinutes: 5 }),
    );
    const { jeton } = await enter(admin, PASSWORD);
    office.later(6 * MINUTE);
    expect(await codeOf(authenticate(office.deps)(jeton))).toBe("NON_CONNECTE");
  });

  it("a request within the minute writes nothing", async () => {
    const { jeton } = await enter(admin, PASSWORD);
    office.later(59_000);
    const before = office.deps.store.statementCount();
    await liveSession(office.deps)(jeton, "poste");
    const quiet = office.deps.store.statementCount() - before;
    office.later(2_000);
    await liveSession(office.deps)(jeton, "poste");
    expect(office.deps.store.statementCount() - before - quiet).toBeGreaterThan(quiet);
  });

  it("changing one’s password ends the other sessions and keeps this one", async () => {
    const here = await enter(admin, PASSWORD);
    const elsewhere = await enter(admin, PASSWORD);
    const actor = await authenticate(office.deps)(here.jeton);
    const change = changePassword(office.deps);
    expect(await codeOf(change(actor, "ce n’est pas lui", "le figuier donne en septembre"))).toBe(
      "SAISIE_INVALIDE",
    );
    expect(await codeOf(change(actor, PASSWORD, "court"))).toBe("SAISIE_INVALIDE");
    expect(await codeOf(change(actor, PASSWORD, PASSWORD))).toBe("SAISIE_INVALIDE");
    await change(actor, PASSWORD, "le figuier donne en septembre");
    expect(await codeOf(authenticate(office.deps)(here.jeton))).toBe("accepted");
    expect(await codeOf(authenticate(office.deps)(elsewhere.jeton))).toBe("NON_CONNECTE");
    expect(await codeOf(enter(admin, PASSWORD))).toBe("NON_CONNECTE");
    expect(await codeOf(enter(admin, "le figuier donne en septembre"))).toBe("accepted");
  });

  it("a generated password stops working when its invitation expires", async () => {
    const formation = await withCfa(office);
    const password = await invitedHead(office, formation, "tete@example.fr");
    const check = (typed: string) =>
      checkCredentials(office.deps, limits)("portail", "tete@example.fr", typed, "192.0.2.1");
    expect((await check(password)).provisoire).toBe(true);
    office.later(30 * 24 * 60 * MINUTE);
    expect(await answer(check(password))).toEqual(["IMPOSSIBLE", expect.stringContaining("expiré")]);
    // Somebody who does not have it learns nothing.
    expect(await codeOf(check("autre chose de bien long"))).toBe("NON_CONNECTE");
  });

  it("sessions of five hundred people are never mixed up", async () => {
    const tokens = new Map<string, string>();
    await office.deps.store.write(async (tx) => {
      for (let i = 0; i < 500; i++) {
        const compte = await tx.comptes.create({
          famille: "portail",
          courriel: `p${i}@example.fr`,
          nom: `P${i}`,
          formations: [],
          provisoire: false,
          actif: true,
        });
        tokens.set((await openSession(office.deps, tx, compte, "portail")).jeton, compte.id);
      }
    });
    expect(tokens.size).toBe(500);
    const found = await Promise.all(
      [...tokens].map(
        async ([jeton, id]) => (await liveSession(office.deps)(jeton, "portail"))?.compte.id === id,
      ),
    );
    expect(found.every(Boolean)).toBe(true);
  });
});
