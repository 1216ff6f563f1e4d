import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Deps } from "../../../main/deps.ts";
import { createOutboxWorker, type OutboxWorker } from "../../../main/mail/outbox-worker.ts";
import { listMails, resendMail } from "../../../main/mail/read-mails.ts";
import { aCore, actor, type TestCore } from "../../builders/core.ts";
import { addMail, useServer } from "./outbox-fixture.ts";
import { closedPort, type Fault, type ScriptedSmtp, scriptedSmtp } from "./scripted-smtp.ts";

const patience = { connexion: 300, accueil: 300, silence: 300 };
const START = Date.parse("2026-09-01T08:00:00.000Z");

let core: TestCore;
let deps: Deps;
let sink: ScriptedSmtp;
let next: (moment: "accueil" | "message") => Fault;
let workers: OutboxWorker[];
let elapsed: number;
const later = (ms: number): void => {
  elapsed += ms;
  core.setNow(new Date(START + elapsed).toISOString());
};
const worker = (on: Deps = deps): OutboxWorker => {
  const made = createOutboxWorker(on, { patience });
  workers.push(made);
  return made;
};
const mail = async (id: string) => {
  const found = await deps.store.read((tx) => tx.outbox.byId(id));
  if (!found) throw new Error("no such mail");
  return found;
};
const rows = (): { statut: string; secret: string | null; message_id: string }[] => {
  const db = new Database(join(core.dataDir, "cactus.db"), { readonly: true });
  try {
    return db.prepare("SELECT statut, secret, message_id FROM outbox ORDER BY id").all() as never;
  } finally {
    db.close();
  }
};

beforeEach(async () => {
  core = await aCore();
  deps = core.deps;
  workers = [];
  elapsed = 0;
  later(0);
  next = () => "ok";
  sink = await scriptedSmtp((moment) => next(moment));
});
afterEach(async () => {
  for (const one of workers) await one.stop();
  await core.close();
  await sink.close();
});

describe("outbox", () => {
  it("sends once, to the row’s recipient, under the row’s Message-ID, and erases the secret", async () => {
    await useServer(deps, sink.port);
    const { id } = await addMail(deps, 1);
    expect((await addMail(deps, 1)).id).toBe(id);
    expect(rows()[0]?.secret).not.toContain("k7fm");
    expect(await worker().pass()).toBe(1);
    expect(await worker().pass()).toBe(0);
    expect(sink.received).toHaveLength(1);
    expect(sink.received[0]?.to).toEqual(["personne1@example.fr"]);
    expect(sink.received[0]?.raw).toContain("k7fm-secret-1");
    expect(await mail(id)).toMatchObject({ statut: "sent", tentatives: 1 });
    expect(rows()).toEqual([{ statut: "sent", secret: null, message_id: sink.received[0]?.messageId }]);
  });

  it("without a server nothing leaves and the line says why; then it leaves", async () => {
    const { id } = await addMail(deps, 1);
    expect(await worker().pass()).toBe(0);
    const { lignes } = await listMails(deps)(actor(), {});
    expect(lignes[0]).toMatchObject({ statut: "due" });
    expect(lignes[0]?.erreur).toContain("Aucun serveur d’envoi");
    expect(lignes[0]?.prochaineLe).toBeUndefined();
    await useServer(deps, sink.port);
    expect((await listMails(deps)(actor(), {})).lignes[0]?.erreur).toBeUndefined();
    expect(await worker().pass()).toBe(1);
    expect((await mail(id)).statut).toBe("sent");
  });

  it("a refused address is final, says what to do, and keeps no secret", async () => {
    await useServer(deps, sink.port);
    const { id } = await addMail(deps, 1);
    next = (moment) => (moment === "message" ? "550-rcpt" : "ok");
    await worker().pass();
    const found = await mail(id);
    expect(found.statut).toBe("failed");
    expect(found.erreur).toMatch(/^Adresse refusée par le serveur \(550\)/);
    expect(rows()[0]?.secret).toBeNull();
    await expect(resendMail(deps)(actor(), id)).rejects.toThrow(/depuis le dossier/);
  });

  it("a mail that cannot be composed fails alone", async () => {
    await useServer(deps, sink.port);
    const bad = await addMail(deps, 1, "modeleInconnu");
    const good = await addMail(deps, 2);
    expect(await worker().pass()).toBe(2);
    expect((await mail(bad.id)).statut).toBe("failed");
    expect((await mail(good.id)).statut).toBe("sent");
  });

  it("a link that has run out is not sent, and cannot be sent again", async () => {
    await useServer(deps, sink.port);
    const { id } = await addMail(deps, 1, "motDePasseOublie", {
      params: { perimeLe: new Date(START + 60_000).toISOString() },
    });
    later(60_000);
    await worker().pass();
    expect(sink.received).toEqual([]);
    expect((await mail(id)).erreur).toMatch(/lien a expiré/);
    await expect(resendMail(deps)(actor(), id)).rejects.toThrow(/ne peut plus servir/);
  });

  it("uncertain: an invitation goes again under the same Message-ID, a step mail waits for a decision", async () => {
    await useServer(deps, sink.port);
    const invitation = await addMail(deps, 1);
    const step = await addMail(deps, 2, "dossierValide");
    next = (moment) => (moment === "message" ? "recu-puis-coupure" : "ok");
    await worker().pass();
    expect((await mail(invitation.id)).statut).toBe("due");
    expect((await mail(step.id)).statut).toBe("uncertain");
    next = () => "ok";
    later(3_600_000);
    await worker().pass();
    expect((await mail(invitation.id)).statut).toBe("sent");
    expect((await mail(step.id)).statut).toBe("uncertain");
    const twins = sink.received.filter((one) => one.to[0] === "personne1@example.fr");
    expect(twins).toHaveLength(2);
    expect(twins[0]?.messageId).toBe(twins[1]?.messageId);
    await resendMail(deps)(actor(), step.id);
    await worker().pass();
    expect((await mail(step.id)).statut).toBe("sent");
  });

  it("an invitation that stays uncertain three times is shown to staff", async () => {
    await useServer(deps, sink.port);
    const { id } = await addMail(deps, 1);
    next = (moment) => (moment === "message" ? "recu-puis-coupure" : "ok");
    for (let i = 0; i < 5; i++) {
      await worker().pass();
      later(6 * 3_600_000);
    }
    expect((await mail(id)).statut).toBe("uncertain");
    expect(sink.received).toHaveLength(3);
  });

  it("a server that is down is tried with one message a pass; the others keep their tries", async () => {
    await useServer(deps, await closedPort());
    for (let n = 0; n < 5; n++) await addMail(deps, n);
    expect(await worker().pass()).toBe(1);
    const { lignes } = await deps.store.read((tx) => tx.outbox.list({}, { limite: 10 }));
    expect(lignes.map((one) => one.tentatives).sort()).toEqual([0, 0, 0, 0, 1]);
    await useServer(deps, sink.port);
    later(120_000);
    expect(await worker().pass()).toBe(5);
  });

  it("gives up after three days of trying, with the reason", async () => {
    await useServer(deps, sink.port);
    const { id } = await addMail(deps, 1);
    next = (moment) => (moment === "message" ? "451-mail" : "ok");
    const sender = worker();
    for (let i = 0; i < 30 && (await mail(id)).statut === "due"; i++) {
      await sender.pass();
      later(7 * 3_600_000);
    }
    expect(await mail(id)).toMatchObject({ statut: "failed", tentatives: 20 });
    expect((await mail(id)).erreur).toMatch(/\(451\).*Abandonné après 20 essais/);
    expect(rows()[0]?.secret).toBeNull();
  });

  it("the lease of a dead sender comes back, and only when it has run out", async () => {
    await useServer(deps, sink.port);
    const { id } = await addMail(deps, 1);
    const [dead] = await deps.store.write((tx) =>
      tx.outbox.lease("mort", new Date(START).toISOString(), new Date(START + 300_000).toISOString(), 1),
    );
    later(299_000);
    expect(await worker().pass()).toBe(0);
    later(2_000);
    expect(await worker().pass()).toBe(1);
    expect(sink.received[0]?.messageId).toBe(dead?.messageId);
    expect((await mail(id)).tentatives).toBe(2);
  });

  it("a database that refuses after the sending does not turn it into a failure", async () => {
    await useServer(deps, sink.port);
    const { id } = await addMail(deps, 1);
    let writes = 0;
    const flaky: Deps = {
      ...deps,
      store: {
        ...deps.store,
        write: (work) => {
          writes += 1;
          return writes === 2 ? Promise.reject(new Error("disk full")) : deps.store.write(work);
        },
      },
    };
    await expect(worker(flaky).pass()).rejects.toThrow("disk full");
    expect(sink.received).toHaveLength(1);
    expect((await mail(id)).statut).toBe("leased");
    later(301_000);
    await worker().pass();
    expect((await mail(id)).statut).toBe("sent");
    expect(sink.received[1]?.messageId).toBe(sink.received[0]?.messageId);
  });

  it("several senders share the work without sending anything twice", async () => {
    await useServer(deps, sink.port);
    for (let n = 0; n < 60; n++) await addMail(deps, n);
    const handled = await Promise.all([worker().pass(), worker().pass(), worker().pass()]);
    expect(handled.reduce((a, b) => a + b, 0)).toBe(60);
    expect(new Set(sink.received.map((one) => one.messageId)).size).toBe(60);
    expect(sink.received).toHaveLength(60);
  });

  it("wakes for what is added, and follows new settings", async () => {
    await useServer(deps, await closedPort());
    const sender = worker();
    sender.start();
    const { id } = await addMail(deps, 1);
    sender.wake();
    await vi.waitFor(async () => expect(await mail(id)).toMatchObject({ statut: "due", tentatives: 1 }));
    await useServer(deps, sink.port);
    later(3_600_000);
    await vi.waitFor(() => {
      sender.wake();
      expect(sink.received).toHaveLength(1);
    });
  });
});

describe("a server that does everything wrong at random", () => {
  const random = (seed: number) => () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const atOpening: readonly Fault[] = ["coupure-a-l-accueil", "554-a-l-accueil"];
  const atMessage: readonly Fault[] = [
    "451-mail",
    "450-rcpt",
    "550-rcpt",
    "452-data",
    "554-data",
    "coupure-pendant-data",
    "recu-puis-coupure",
    "coupure-a-mail",
    "coupure-a-rcpt",
    "coupure-avant-data",
    "530-mail",
  ];

  it("none lost, none to somebody else, twins only where nobody could know", async () => {
    const COUNT = 400;
    await useServer(deps, sink.port);
    for (let n = 0; n < COUNT; n++) await addMail(deps, n, n % 2 ? "dossierValide" : "invitationAlternant");
    const dice = random(20260901);
    const drawn = new Map<Fault, number>();
    let silences = 5;
    next = (moment) => {
      const roll = dice();
      const list = moment === "accueil" ? atOpening : atMessage;
      let fault: Fault = roll < 0.25 ? (list[Math.floor(dice() * list.length)] ?? "ok") : "ok";
      // Each of these costs a real time-out, so a few are enough.
      if (fault !== "ok" && silences > 0 && dice() < 0.1) {
        silences -= 1;
        fault = moment === "accueil" ? "pas-d-accueil" : "recu-puis-silence";
      }
      drawn.set(fault, (drawn.get(fault) ?? 0) + 1);
      return fault;
    };
    const sender = worker();
    const remaining = async () => {
      const counts = await deps.store.read((tx) => tx.outbox.counts());
      return counts.due + counts.leased;
    };
    for (let i = 0; i < 2_000 && (await remaining()) > 0; i++) {
      await sender.pass();
      later(30 * 60_000);
    }
    const final = rows();
    const times = new Map<string, number>();
    for (const one of sink.received) times.set(one.messageId, (times.get(one.messageId) ?? 0) + 1);
    const count = (fault: Fault) => drawn.get(fault) ?? 0;

    expect(final.filter((row) => row.statut === "due" || row.statut === "leased")).toEqual([]);
    for (const row of final)
      if (row.statut === "sent") expect(times.get(row.message_id)).toBeGreaterThanOrEqual(1);
    expect(final.filter((row) => row.statut === "failed")).toHaveLength(
      count("550-rcpt") + count("554-data"),
    );
    const twins = [...times.values()].reduce((sum, n) => sum + n - 1, 0);
    expect(twins).toBeLessThanOrEqual(count("recu-puis-coupure") + count("recu-puis-silence"));
    expect(final.filter((row) => row.statut === "uncertain").length).toBeLessThanOrEqual(
      count("recu-puis-coupure") + count("recu-puis-silence") + count("coupure-pendant-data"),
    );
    for (const row of final) if (row.statut !== "uncertain") expect(row.secret).toBeNull();
    for (const one of sink.received) {
      expect(one.to).toHaveLength(1);
      const n = /personne(\d+)@/.exec(one.to[0] ?? "")?.[1];
      expect(one.raw).toContain(`Subject: Sujet ${n}\r\n`);
    }
    for (const fault of [...atOpening, ...atMessage]) expect(count(fault)).toBeGreaterThan(0);
  });
});
