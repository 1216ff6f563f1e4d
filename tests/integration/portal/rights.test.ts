import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PortalClient, portalContract } from "../../../shared/api/portal/index.ts";
import { aPortalWorld, type Person, type PortalWorld, persons } from "./fixture.ts";

let world: PortalWorld;
beforeAll(async () => {
  world = await aPortalWorld();
});
afterAll(() => world.close());

const everybody: readonly Person[] = persons;
const signedIn = persons.filter((person) => person !== "anonyme");
const parties: readonly Person[] = ["alternant", "entreprise"];
const around: readonly Person[] = ["alternant", "entreprise", "formation"];

interface Row {
  /** Who is let in; for everybody else the answer is a refusal. */
  readonly allowed: readonly Person[];
  readonly call: (client: PortalClient, id: string, version: number) => Promise<unknown>;
}
const pdf = () => new File([`%PDF-1.7${" ".repeat(300)}%%EOF`], "a.pdf", { type: "application/pdf" });

/** Every procedure of the contract, on a dossier that is Léa’s, Calanques Conseil’s and Claire Maurin’s. */
const matrix: Readonly<Record<string, Row>> = {
  "acces.etat": { allowed: everybody, call: (c) => c.acces.etat() },
  "acces.connexion": {
    allowed: [],
    call: (c) => c.acces.connexion({ courriel: `p${Math.random()}@example.fr`, motDePasse: "x" }),
  },
  "acces.connexionTelephone": {
    allowed: [],
    call: (c) => c.acces.connexionTelephone({ courriel: `p${Math.random()}@example.fr`, code: "00000000" }),
  },
  "acces.deconnexion": { allowed: signedIn, call: (c) => c.acces.deconnexion() },
  "acces.choisirMotDePasse": { allowed: signedIn, call: (c) => c.acces.choisirMotDePasse({ nouveau: "x" }) },
  "acces.motDePasseOublie": {
    allowed: everybody,
    call: (c) => c.acces.motDePasseOublie({ courriel: "personne@example.fr" }),
  },
  "acces.reinitialiser": {
    allowed: everybody,
    call: (c) => c.acces.reinitialiser({ jeton: "x", nouveau: "y" }),
  },
  "acces.redemanderInvitation": {
    allowed: everybody,
    call: (c) => c.acces.redemanderInvitation({ courriel: `p${Math.random()}@example.fr` }),
  },
  "acces.verifierCode": { allowed: everybody, call: (c) => c.acces.verifierCode({ code: "F724" }) },
  "acces.inscription": {
    allowed: everybody,
    call: (c) => c.acces.inscription({ code: "F999", courriel: "x@example.fr", nom: "X", prenom: "Y" }),
  },
  "acces.confirmerInscription": {
    allowed: everybody,
    call: (c) => c.acces.confirmerInscription({ jeton: "x", motDePasse: "y" }),
  },
  "dossiers.lister": { allowed: signedIn, call: (c) => c.dossiers.lister() },
  "dossiers.lire": { allowed: around, call: (c, id) => c.dossiers.lire({ id }) },
  "dossiers.ecrire": {
    allowed: parties,
    call: (c, id) => c.dossiers.ecrire({ id, changements: [{ champ: "faitA", avant: "x", apres: "y" }] }),
  },
  "dossiers.validerOnglet": {
    allowed: parties,
    call: (c, id) => c.dossiers.validerOnglet({ id, onglet: "alternant" }),
  },
  "dossiers.reporterDates": {
    allowed: parties,
    call: (c, id) => c.dossiers.reporterDates({ id, version: 9999 }),
  },
  "dossiers.confirmerDates": {
    allowed: parties,
    call: (c, id) => c.dossiers.confirmerDates({ id, version: 9999 }),
  },
  "dossiers.proposerRemuneration": {
    allowed: parties,
    call: (c, id) => c.dossiers.proposerRemuneration({ id, version: 9999 }),
  },
  "dossiers.joindreCerfa": {
    allowed: parties,
    call: (c, id) => c.dossiers.joindreCerfa({ id, version: 9999, fichier: pdf() }),
  },
  "dossiers.demander": { allowed: parties, call: (c, id) => c.dossiers.demander({ id, version: 9999 }) },
  "dossiers.retirer": { allowed: parties, call: (c, id) => c.dossiers.retirer({ id, version: 9999 }) },
  "dossiers.valider": {
    allowed: ["formation"],
    call: (c, id, version) => c.dossiers.valider({ id, version }),
  },
  "dossiers.retourner": {
    allowed: ["formation"],
    call: (c, id, version) => c.dossiers.retourner({ id, version, motif: "x" }),
  },
  "dossiers.changements": { allowed: ["formation"], call: (c, id) => c.dossiers.changements({ id }) },
  "dossiers.renvoyerEntreprise": { allowed: around, call: (c, id) => c.dossiers.renvoyerEntreprise({ id }) },
  "dossiers.revelerNir": { allowed: ["alternant"], call: (c, id) => c.dossiers.revelerNir({ id }) },
  "dossiers.pourquoi": { allowed: around, call: (c, id) => c.dossiers.pourquoi({ id, champ: "faitA" }) },
  "dossiers.document": { allowed: around, call: (c, id) => c.dossiers.document({ id, type: "programme" }) },
  "dossiers.vie": { allowed: around, call: (c, id) => c.dossiers.vie({ id }) },
};

const procedures = Object.entries(portalContract).flatMap(([part, group]) =>
  Object.keys(group).map((name) => `${part}.${name}`),
);
const REFUSALS = new Set(["NON_CONNECTE", "INTERDIT", "INTROUVABLE"]);

describe("rights of the portal", () => {
  it("every procedure has its row, and no row is left over", () => {
    expect(Object.keys(matrix).sort()).toEqual([...procedures].sort());
  });

  describe.each(procedures)("%s", (procedure) => {
    it.each(persons)("%s", async (person) => {
      const row = matrix[procedure] as Row;
      const { id, version } = world.dossier;
      const answer = await row.call(world.as(person), id, version).then(
        () => "accepted",
        (error: { code?: string }) => error.code ?? "INTERNAL",
      );
      expect(answer).not.toBe("INTERNAL_SERVER_ERROR");
      // Past the door, another refusal (an old version, a missing field) is the use case’s own business.
      expect(REFUSALS.has(answer) ? "refused" : "let in", answer).toBe(
        row.allowed.includes(person) ? "let in" : "refused",
      );
    });
  });
});

describe("what each one sees", () => {
  it("the list holds one’s own dossiers only", async () => {
    for (const person of ["alternant", "entreprise", "formation"] as const)
      expect((await world.as(person).dossiers.lister()).map((row) => row.id)).toEqual([world.dossier.id]);
    for (const person of ["autreAlternant", "autreEntreprise", "autreFormation"] as const)
      expect((await world.as(person).dossiers.lister()).map((row) => row.id)).not.toContain(world.dossier.id);
  });

  it("nobody receives the NIR in a view, nor any amount of the economic review", async () => {
    for (const person of around) {
      const view = await world.as(person).dossiers.lire({ id: world.dossier.id });
      const text = JSON.stringify(view);
      expect(text).not.toContain("2030513055123");
      expect(text).not.toMatch(/Centimes"/);
      expect(view.lecteur).toBe(person);
    }
  });

  it("the company writes neither the NIR nor what the CFA knows, by any name", async () => {
    const { id } = world.dossier;
    const client = world.as("entreprise");
    const { refus } = await client.dossiers.ecrire({
      id,
      changements: [
        { champ: "apprentiNir", avant: null, apres: "1030513055124" },
        { champ: "codeRncp", avant: "35916", apres: "1" },
        { champ: "depotNumero", avant: null, apres: "x" },
        { champ: "__proto__", avant: null, apres: "x" },
      ],
    });
    expect(refus.map((one) => one.champ)).toEqual(["apprentiNir", "codeRncp", "depotNumero", "__proto__"]);
  });

  it("an access taken away counts at once", async () => {
    const { core, dossier } = world;
    const client = world.as("entreprise");
    const invitation = (await client.dossiers.lire({ id: dossier.id })).invitations.find(
      (one) => one.qualite === "entreprise" && !one.annuleeLe,
    );
    await core.deps.store.write((tx) =>
      tx.invitations.cancel(invitation?.id ?? "", core.deps.now().toISOString()),
    );
    await expect(client.dossiers.lire({ id: dossier.id })).rejects.toMatchObject({ code: "INTROUVABLE" });
  });
});
