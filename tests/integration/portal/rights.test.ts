import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PortalClient, portalContract } from "../../../shared/api/portal/index.ts";
import { may, type Procedure, rights } from "../../../shared/catalogues/rights.ts";
import { aPortalWorld, type Person, type PortalWorld, persons } from "./fixture.ts";

let world: PortalWorld;
beforeAll(async () => {
  world = await aPortalWorld();
});
afterAll(() => world.close());

const everybody: readonly Person[] = persons;
const signedIn = persons.filter((person) => person !== "anonyme");
const around = ["alternant", "entreprise", "formation"] as const;

interface Row {
  /** Who is let in beyond the door itself, where the call fails for a reason of its own (a wrong password). */
  readonly allowed?: readonly Person[];
  readonly call: (client: PortalClient, id: string, version: number) => Promise<unknown>;
}
/** The catalogue’s word, for people who are something to this very dossier. */
const allowedBy = (name: Procedure): readonly Person[] => {
  const right = rights[name];
  if (right.acces === "public") return everybody;
  if (right.acces === "connecte") return signedIn;
  return around.filter((person) => may(person, name));
};
const pdf = () => new File([`%PDF-1.7${" ".repeat(300)}%%EOF`], "a.pdf", { type: "application/pdf" });

/** Every procedure of the contract, on a dossier that is Léa’s, Calanques Conseil’s and Claire Maurin’s. */
const matrix: Readonly<Record<string, Row>> = {
  "acces.etat": { call: (c) => c.acces.etat() },
  "acces.connexion": {
    allowed: [],
    call: (c) => c.acces.connexion({ courriel: `p${Math.random()}@example.fr`, motDePasse: "x" }),
  },
  "acces.connexionTelephone": {
    allowed: [],
    call: (c) => c.acces.connexionTelephone({ courriel: `p${Math.random()}@example.fr`, code: "00000000" }),
  },
  "acces.signaler": {
    call: (c) => c.acces.signaler({ nature: "script", type: "TypeError", cadres: [] }),
  },
  "acces.deconnexion": { call: (c) => c.acces.deconnexion() },
  "acces.choisirMotDePasse": { call: (c) => c.acces.choisirMotDePasse({ nouveau: "x" }) },
  "acces.motDePasseOublie": {
    call: (c) => c.acces.motDePasseOublie({ courriel: "personne@example.fr" }),
  },
  "acces.reinitialiser": {
    call: (c) => c.acces.reinitialiser({ jeton: "x", nouveau: "y" }),
  },
  "acces.redemanderInvitation": {
    call: (c) => c.acces.redemanderInvitation({ courriel: `p${Math.random()}@example.fr` }),
  },
  "acces.verifierCode": { call: (c) => c.acces.verifierCode({ code: "F724" }) },
  "acces.inscription": {
    call: (c) => c.acces.inscription({ code: "F999", courriel: "x@example.fr", nom: "X", prenom: "Y" }),
  },
  "acces.confirmerInscription": {
    call: (c) => c.acces.confirmerInscription({ jeton: "x", motDePasse: "y" }),
  },
  "dossiers.lister": { call: (c) => c.dossiers.lister() },
  "dossiers.lire": { call: (c, id) => c.dossiers.lire({ id }) },
  "dossiers.ecrire": {
    call: (c, id) => c.dossiers.ecrire({ id, changements: [{ champ: "faitA", avant: "x", apres: "y" }] }),
  },
  "dossiers.validerOnglet": {
    call: (c, id) => c.dossiers.validerOnglet({ id, onglet: "alternant" }),
  },
  "dossiers.reporterDates": {
    call: (c, id) => c.dossiers.reporterDates({ id, version: 9999 }),
  },
  "dossiers.confirmerDates": {
    call: (c, id) => c.dossiers.confirmerDates({ id, version: 9999 }),
  },
  "dossiers.proposerRemuneration": {
    call: (c, id) => c.dossiers.proposerRemuneration({ id, version: 9999 }),
  },
  "dossiers.joindreCerfa": {
    call: (c, id) => c.dossiers.joindreCerfa({ id, version: 9999, fichier: pdf() }),
  },
  "dossiers.demander": { call: (c, id) => c.dossiers.demander({ id, version: 9999 }) },
  "dossiers.retirer": { call: (c, id) => c.dossiers.retirer({ id, version: 9999 }) },
  "dossiers.valider": {
    call: (c, id, version) => c.dossiers.valider({ id, version }),
  },
  "dossiers.retourner": {
    call: (c, id, version) => c.dossiers.retourner({ id, version, motif: "x" }),
  },
  "dossiers.changements": { call: (c, id) => c.dossiers.changements({ id }) },
  "dossiers.renvoyerEntreprise": { call: (c, id) => c.dossiers.renvoyerEntreprise({ id }) },
  "dossiers.revelerNir": { call: (c, id) => c.dossiers.revelerNir({ id }) },
  "dossiers.pourquoi": { call: (c, id) => c.dossiers.pourquoi({ id, champ: "faitA" }) },
  "dossiers.document": { call: (c, id) => c.dossiers.document({ id, type: "programme" }) },
  "dossiers.vie": { call: (c, id) => c.dossiers.vie({ id }) },
};

const procedures = Object.entries(portalContract).flatMap(([part, group]) =>
  Object.keys(group).map((name) => `${part}.${name}` as Procedure),
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
      expect(answer).not.toMatch(/^(INTERNAL_SERVER_ERROR|INATTENDUE)$/);
      // Past the door, another refusal (an old version, a missing field) is the use case’s own business.
      expect(REFUSALS.has(answer) ? "refused" : "let in", answer).toBe(
        (row.allowed ?? allowedBy(procedure)).includes(person) ? "let in" : "refused",
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
