import { createRouterClient } from "@orpc/server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSession } from "../../../main/access/session.ts";
import { mailRouter } from "../../../main/doors/mail.ts";
import { staffDoor } from "../../../main/doors/staff-door.ts";
import { createOutboxWorker } from "../../../main/mail/outbox-worker.ts";
import { statutsCourriel } from "../../../shared/catalogues/mail.ts";
import { mailNames } from "../../../shared/catalogues/mails.ts";
import { type StaffRole, staffRoles } from "../../../shared/workflow/index.ts";
import { aCore, type TestCore } from "../../builders/core.ts";
import { addMail, useServer } from "./outbox-fixture.ts";
import { scriptedSmtp } from "./scripted-smtp.ts";

let core: TestCore;
beforeEach(async () => {
  core = await aCore();
});
afterEach(() => core.close());

const as = async (role: StaffRole) => {
  const { jeton } = await core.deps.store.write(async (tx) => {
    const compte = await tx.comptes.create({
      famille: "cfa",
      courriel: `${role}@cfa.example.fr`,
      nom: role,
      role,
      formations: [],
      provisoire: false,
      actif: true,
    });
    return openSession(core.deps, tx, compte, "poste");
  });
  const { authed } = staffDoor(core.deps);
  const router = { courriels: mailRouter(core.deps, undefined, authed) };
  return createRouterClient(router, { context: { jeton } }).courriels;
};

/** Every mail of the catalogue, and one that it no longer knows, in every state. */
const fillOutbox = async (): Promise<void> => {
  const now = core.deps.now().toISOString();
  let n = 0;
  for (const modele of [...mailNames, "ancienCourriel"])
    for (const statut of statutsCourriel) {
      n += 1;
      const { id } = await addMail(core.deps, n, modele);
      await core.deps.store.write(async ({ outbox }) => {
        if (statut === "sent") await outbox.sent(id, now);
        else if (statut === "failed") await outbox.fail(id, "Adresse refusée.");
        else if (statut === "uncertain") await outbox.uncertain(id, "Connexion coupée.");
        else if (statut === "due") await outbox.retry(id, "2099-01-01T00:00:00.000Z", "Serveur injoignable.");
        else await outbox.lease("test", now, "2099-01-01T00:00:00.000Z", 1);
      });
    }
};

describe("« Renvoyer » is offered exactly when the server accepts it", () => {
  it.each([...staffRoles])("to the %s, for every mail in every state", async (role) => {
    await fillOutbox();
    const screen = await as(role);
    const { lignes } = await screen.lister({});
    expect(lignes).toHaveLength((mailNames.length + 1) * statutsCourriel.length);
    expect(new Set(lignes.map((one) => one.statut)).size).toBe(statutsCourriel.length);
    for (const { id, modele, statut, renvoi } of lignes) {
      const answer = await screen.renvoyer({ id }).then(
        (mail) => ({ permis: true, next: mail.renvoi.permis }),
        (error: Error) => ({ permis: false, raison: error.message }),
      );
      expect(answer, `${modele} ${statut}`).toEqual(
        renvoi.permis ? { permis: true, next: true } : { permis: false, raison: renvoi.raison },
      );
    }
  });

  it("what is sent again leaves whole: never a hole, never a link without its token", async () => {
    const server = await scriptedSmtp(() => "ok");
    await useServer(core.deps, server.port);
    await fillOutbox();
    const screen = await as("administrateur");
    for (const { id, renvoi } of (await screen.lister({})).lignes)
      if (renvoi.permis) await screen.renvoyer({ id });
    const worker = createOutboxWorker(core.deps);
    await worker.pass();
    await worker.stop();
    const { compte } = await screen.lister({});
    // Only the one that this version no longer knows waits for ever.
    expect(compte).toMatchObject({ due: 1, uncertain: 1 });
    expect(server.received.length).toBeGreaterThan(mailNames.length);
    for (const { raw } of server.received)
      expect(raw).not.toMatch(/undefined|\/(mot-de-passe|inscription)\/(\s|$|")/);
    await server.close();
  });

  it("a stored mail whose parameters no longer fit fails in French, and nothing leaves", async () => {
    const server = await scriptedSmtp(() => "ok");
    await useServer(core.deps, server.port);
    await addMail(core.deps, 1, "dossierValide", { params: { reference: undefined } });
    const worker = createOutboxWorker(core.deps);
    await worker.pass();
    await worker.stop();
    expect(server.received).toEqual([]);
    const { lignes } = await (await as("conseiller")).lister({});
    expect(lignes[0]).toMatchObject({
      statut: "failed",
      erreur: "Le message n’a pas pu être composé\u00a0: signalez-le au support.",
    });
    await server.close();
  });
});
