import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../../main/deps.ts";
import { readAlerts } from "../../main/lists/alerts.ts";
import { readDashboard } from "../../main/lists/dashboard.ts";
import { createOutboxWorker } from "../../main/mail/outbox-worker.ts";
import { moveDossier } from "../../main/review/move-dossier.ts";
import type { Alerte } from "../../shared/api/staff/office.ts";
import { actor, type TestCore, withCfa } from "../builders/core.ts";
import { requested } from "../builders/dossier.ts";
import { aFormation } from "../builders/formation.ts";
import { aCoreOn, engines } from "./engines.ts";
import { addMail, useServer } from "./mail/outbox-fixture.ts";
import { type Fault, scriptedSmtp } from "./mail/scripted-smtp.ts";

describe.each(engines)("what somebody should know without looking for it, on %s", (engine) => {
  let core: TestCore;
  beforeEach(async () => {
    core = await aCoreOn(engine);
  });
  afterEach(() => core.close());

  const start = async (who: Actor): Promise<string> => (await ask(who)).curseur;
  const ask = (who: Actor, curseur?: string) => readAlerts(core.deps)(who, curseur);
  const told = async (who: Actor, curseur: string): Promise<readonly Alerte[]> =>
    (await ask(who, curseur)).alertes;

  it("a request received is told once, to those who see the dossier, and not to whoever asked", async () => {
    const formation = await withCfa(core);
    const elsewhere = await core.deps.store.write((tx) =>
      tx.formations.create(aFormation({ code: "F999", titre: "Ailleurs", variantes: [] })),
    );
    const mine: Actor = actor("secretaire", [formation.id]);
    const other: Actor = actor("secretaire", [elsewhere.id]);
    const before = await start(mine);
    const dossier = await requested(core, formation);
    const alert = {
      type: "demande",
      dossier: {
        id: dossier.id,
        reference: dossier.reference,
        nom: [dossier.prenom, dossier.nom].join(" "),
        formation: dossier.formation.code,
      },
    };
    expect(await ask(mine, before)).toMatchObject({ alertes: [alert], attente: 1 });
    expect(await ask(other, before)).toMatchObject({ alertes: [], attente: 0 });
    const { curseur } = await ask(mine, before);
    expect(await told(mine, curseur)).toEqual([]);
    // Somebody else’s cursor that came before: nothing was taken from them.
    expect(await told(actor("conseiller"), before)).toEqual([alert]);
  });

  it("one’s own request is no news, nor one that was taken back", async () => {
    const formation = await withCfa(core);
    const before = await start(actor());
    const dossier = await requested(core, formation);
    const entries = await core.deps.store.read((tx) => tx.audit.ofDossier(dossier.id));
    expect(entries.lignes.map(({ action }) => action)).toContain("dossier.demande");
    // The builders act without an account: the same history, seen by the account that made an entry of its own.
    await core.deps.store.write((tx) =>
      tx.audit.record({
        acteur: "Moi",
        acteurId: "moi",
        porte: "poste",
        action: "dossier.demande",
        dossierId: dossier.id,
        phrase: "a demandé la validation",
      }),
    );
    expect(await told(actor(), before)).toHaveLength(2);
    expect(await told({ ...actor(), compteId: "moi" }, before)).toHaveLength(1);
    await moveDossier(core.deps)(actor(), "retirer", dossier.id, dossier.version);
    expect(await told(actor(), before)).toEqual([]);
  });

  it("a mail given up and a mail in doubt are in the history, and told", async () => {
    let fault: Fault = "550-rcpt";
    const server = await scriptedSmtp((moment) => (moment === "message" ? fault : "ok"));
    const worker = createOutboxWorker(core.deps, {
      patience: { connexion: 300, accueil: 300, silence: 300 },
    });
    await useServer(core.deps, server.port);
    try {
      const before = await start(actor());
      await addMail(core.deps, 1);
      await worker.pass();
      expect(await told(actor(), before)).toEqual([{ type: "courriel-echec" }]);
      // It is about no dossier: whoever is limited to their formations is not told.
      expect(await told(actor("secretaire", ["une-formation"]), before)).toEqual([]);
      const { lignes } = await core.deps.store.read((tx) => tx.audit.recent({ limite: 1 }));
      expect(lignes[0]).toMatchObject({ acteur: "Cactus", phrase: "n’a pas pu envoyer un courriel" });
      expect(JSON.stringify(lignes[0])).not.toContain("personne1@");
      // A step mail is not sent twice by itself: received or not, nobody knows.
      fault = "recu-puis-coupure";
      const since = await start(actor());
      await addMail(core.deps, 2, "dossierValide");
      await worker.pass();
      expect(await told(actor(), since)).toEqual([{ type: "courriel-incertain" }]);
    } finally {
      await worker.stop();
      await server.close();
    }
  });

  it("many at once come in several answers, none lost; a cursor of another time starts afresh", async () => {
    await withCfa(core);
    const before = await start(actor());
    for (let n = 0; n < 130; n++)
      await core.deps.store.write((tx) =>
        tx.audit.record({
          acteur: "Cactus",
          porte: "systeme",
          action: "courriel.incertain",
          phrase: "ne sait pas si un courriel est parti",
        }),
      );
    const first = await ask(actor(), before);
    const second = await ask(actor(), first.curseur);
    expect([first.alertes.length, second.alertes.length]).toEqual([100, 30]);
    expect(await told(actor(), second.curseur)).toEqual([]);
    expect(await told(actor(), "n’importe quoi")).toEqual([]);
  });

  it("what waits is what the first queues of the dashboard hold, for each role", async () => {
    const formation = await withCfa(core);
    await requested(core, formation);
    for (const role of ["administrateur", "conseiller", "secretaire", "exporteur"] as const) {
      const { files } = await readDashboard(core.deps)(actor(role));
      const holds = (...keys: string[]) =>
        files.filter(({ cle }) => keys.includes(cle)).reduce((sum, { nombre }) => sum + nombre, 0);
      expect({ role, attente: (await ask(actor(role))).attente }).toEqual({
        role,
        attente: role === "exporteur" ? holds("prets") : holds("a-valider", "economie"),
      });
    }
  });
});
