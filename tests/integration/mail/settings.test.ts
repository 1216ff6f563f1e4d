import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRouterClient } from "@orpc/server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSession } from "../../../main/access/session.ts";
import { mailRouter, smtpProcedures } from "../../../main/doors/mail.ts";
import { staffDoor } from "../../../main/doors/staff-door.ts";
import { createEmbeddedSink, type EmbeddedSink } from "../../../main/mail/embedded-sink.ts";
import { createOutboxWorker } from "../../../main/mail/outbox-worker.ts";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import type { StaffRole } from "../../../shared/workflow/index.ts";
import { aCore, type TestCore } from "../../builders/core.ts";
import { addMail, useServer } from "./outbox-fixture.ts";
import { closedPort, type Fault, type ScriptedSmtp, scriptedSmtp } from "./scripted-smtp.ts";

const smtp = (port: number) => ({
  hote: "127.0.0.1",
  port,
  tls: "aucun" as const,
  expediteurNom: "CFA des Deux Rives",
  expediteurCourriel: "Cactus@cfa.example.fr",
  debitParMinute: 60,
});
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "accepted",
    (error: { code?: string }) => error.code ?? String(error),
  );

let core: TestCore;
let server: ScriptedSmtp;
let fault: Fault;
beforeEach(async () => {
  core = await aCore();
  fault = "ok";
  server = await scriptedSmtp(() => fault);
});
afterEach(async () => {
  await core.close();
  await server.close();
});

const as = async (role: StaffRole, sink?: EmbeddedSink) => {
  const { jeton } = await core.deps.store.write(async (tx) => {
    const courriel = `${role}@cfa.example.fr`;
    const compte =
      (await tx.comptes.byCourriel("cfa", courriel)) ??
      (await tx.comptes.create({
        famille: "cfa",
        courriel,
        nom: role,
        role,
        formations: [],
        provisoire: false,
        actif: true,
      }));
    return openSession(core.deps, tx, compte, "poste");
  });
  const { authed } = staffDoor(core.deps);
  return createRouterClient(
    { courriels: mailRouter(core.deps, sink, authed), reglages: smtpProcedures(core.deps, authed) },
    { context: { jeton } },
  );
};

describe("Réglages of the sending server", () => {
  it("the password goes to the keychain, never to the database nor to the screen", async () => {
    const admin = await as("administrateur");
    await admin.reglages.modifierSmtp({
      smtp: { ...smtp(server.port), utilisateur: "cactus" },
      motDePasse: "secret-du-serveur",
    });
    expect(await core.deps.keychain.get("smtp-mot-de-passe")).toBe("secret-du-serveur");
    const read = await admin.reglages.lireSmtp();
    expect(read).toMatchObject({
      motDePasseConnu: true,
      smtp: { expediteurCourriel: "cactus@cfa.example.fr" },
    });
    expect(JSON.stringify(read)).not.toContain("secret-du-serveur");
    for (const name of await readdir(core.dataDir)) {
      const content = await readFile(join(core.dataDir, name)).catch(() => Buffer.alloc(0));
      expect(content.includes("secret-du-serveur")).toBe(false);
    }
    // Absent keeps it, empty erases it.
    await admin.reglages.modifierSmtp({ smtp: smtp(server.port) });
    expect((await admin.reglages.lireSmtp()).motDePasseConnu).toBe(true);
    await admin.reglages.modifierSmtp({ smtp: smtp(server.port), motDePasse: "" });
    expect((await admin.reglages.lireSmtp()).motDePasseConnu).toBe(false);
  });

  it.each([
    [{ expediteurCourriel: "cactus" }, "expediteurCourriel"],
    [{ expediteurCourriel: "a@example.fr, b@example.fr" }, "expediteurCourriel"],
    [{ hote: "smtp example" }, "hote"],
    [{ hote: "smtp.example.fr/x" }, "hote"],
    [{ expediteurNom: "CFA\r\nBcc: eve@example.fr" }, "expediteurNom"],
  ])("refuses %j by name", async (change, champ) => {
    const admin = await as("administrateur");
    const refused = await admin.reglages
      .modifierSmtp({ smtp: { ...smtp(server.port), ...change } })
      .then(() => [])
      .catch((error: { data: { champs: { champ: string }[] } }) => error.data.champs.map((one) => one.champ));
    expect(refused).toEqual([champ]);
    expect((await admin.reglages.lireSmtp()).smtp).toBeUndefined();
  });

  it("« Envoyer un message d’essai » tells what happened", async () => {
    const admin = await as("administrateur");
    expect(await code(admin.reglages.essaiSmtp({ destinataire: "moi@example.fr" }))).toBe("IMPOSSIBLE");
    await useServer(core.deps, server.port);
    expect(await admin.reglages.essaiSmtp({ destinataire: " Moi@example.fr" })).toEqual({
      envoye: true,
      message: "Message d’essai envoyé à moi@example.fr.",
    });
    expect(server.received[0]?.to).toEqual(["moi@example.fr"]);
    fault = "550-rcpt";
    expect(await admin.reglages.essaiSmtp({ destinataire: "moi@example.fr" })).toMatchObject({
      envoye: false,
      message: expect.stringContaining("550"),
    });
    await useServer(core.deps, await closedPort());
    expect(await admin.reglages.essaiSmtp({ destinataire: "moi@example.fr" })).toMatchObject({
      envoye: false,
      message: expect.stringContaining("injoignable"),
    });
    expect(await code(admin.reglages.essaiSmtp({ destinataire: "a@b.fr,c@d.fr" }))).toBe("SAISIE_INVALIDE");
  });

  it("is kept by administrators; sending again by the desk", async () => {
    const { id } = await addMail(core.deps, 1, "dossierValide");
    for (const role of ["conseiller", "secretaire", "exporteur"] as const) {
      const one = await as(role);
      expect(await code(one.reglages.lireSmtp())).toBe("INTERDIT");
      expect(await code(one.reglages.modifierSmtp({ smtp: smtp(1) }))).toBe("INTERDIT");
      expect(await code(one.reglages.essaiSmtp({ destinataire: "a@example.fr" }))).toBe("INTERDIT");
      expect(await code(one.courriels.lister({}))).toBe("accepted");
      expect(await code(one.courriels.renvoyer({ id }))).toBe(role === "exporteur" ? "INTERDIT" : "accepted");
    }
  });
});

describe("the demonstration’s mailbox", () => {
  it("receives by real SMTP, reads on screen, survives a restart", async () => {
    const dataDir = await mkdtemp(join(tmpdir(), "cactus-sink-"));
    const first = createEmbeddedSink({ dataDir });
    const { port } = await first.start();
    await useServer(core.deps, port);
    await addMail(core.deps, 1, "invitationAlternant", { secret: "k7fm-é-x2wq" });
    const worker = createOutboxWorker(core.deps);
    expect(await worker.pass()).toBe(1);
    await worker.stop();

    const screen = await as("conseiller", first);
    const { active, messages } = await screen.courriels.boite();
    expect(active).toBe(true);
    expect(messages).toMatchObject([{ a: "personne1@example.fr", sujet: "Sujet 1" }]);
    const id = messages[0]?.id ?? "";
    const read = await screen.courriels.lireMessage({ id });
    expect(read.texte).toContain("k7fm-é-x2wq");
    expect(read.html).toContain("<!doctype html>");
    expect(read.de).toContain("cactus@cfa.example.fr");
    expect(await code(screen.courriels.lireMessage({ id: "../../etc/passwd" }))).toBe("INTROUVABLE");
    await first.stop();

    const second = createEmbeddedSink({ dataDir });
    await second.start();
    expect(second.list().map((one) => one.id)).toEqual([id]);
    expect(second.read(id)?.texte).toBe(read.texte);
    await second.stop();
    await removeFolder(dataDir);
  });

  it("there is none outside the demonstration", async () => {
    const screen = await as("conseiller");
    expect(await screen.courriels.boite()).toEqual({ active: false, messages: [] });
  });
});
