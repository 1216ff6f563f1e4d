import { createRouterClient } from "@orpc/server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { accessRouter, accountProcedures } from "../../../main/doors/access.ts";
import { smtpProcedures } from "../../../main/doors/mail.ts";
import { staffDoor } from "../../../main/doors/staff-door.ts";
import { engines } from "../engines.ts";
import { anOffice, codeOf, type Office, PASSWORD } from "./fixture.ts";

const cfa = {
  denomination: "CFA des Deux Rives",
  siret: "90000002700012",
  uai: "0139999y",
  numeroDeclaration: "93139999913",
  adresse: { numero: "58", voie: "boulevard Charles-Livon", codePostal: "13007", commune: "Marseille" },
  representant: "Agnès Morel, directrice",
  cfaEntreprise: "non" as const,
};
const administrateur = { nom: "Agnès Morel", courriel: "Agnes.Morel@example.fr", motDePasse: PASSWORD };

describe.each(engines)("first start and staff accounts on %s", (engine) => {
  let office: Office;
  let router: ReturnType<typeof build>;
  const build = () => {
    const door = staffDoor(office.deps);
    return {
      acces: accessRouter(office.deps, door),
      reglages: {
        ...accountProcedures(office.deps, door.authed),
        ...smtpProcedures(office.deps, door.authed),
      },
    };
  };
  const client = (jeton?: string) => createRouterClient(router, { context: jeton ? { jeton } : {} });
  beforeEach(async () => {
    office = await anOffice(engine);
    router = build();
  });
  afterEach(() => office.close());
  const started = async () => client((await client().acces.creerCfa({ cfa, administrateur })).jeton);

  it("first start: the CFA, its administrator, signed in; tidied, journalled, once", async () => {
    expect(await client().acces.etat()).toMatchObject({ premierDemarrage: true });
    const { jeton, compte } = await client().acces.creerCfa({ cfa, administrateur });
    expect(compte).toMatchObject({ role: "administrateur", courriel: "agnes.morel@example.fr" });
    const etat = await client(jeton).acces.etat();
    expect(etat).toMatchObject({ premierDemarrage: false, moteur: engine, compte: { nom: "Agnès Morel" } });
    expect(await office.deps.store.read((tx) => tx.reglages.cfa())).toMatchObject({
      siret: "90000002700012",
      uai: "0139999Y",
    });
    expect(await codeOf(client().acces.creerCfa({ cfa, administrateur }))).toBe("IMPOSSIBLE");
  });

  it("two first starts at once: one", async () => {
    const all = await Promise.all(
      ["a", "b", "c"].map((x) =>
        codeOf(
          client().acces.creerCfa({
            cfa,
            administrateur: { ...administrateur, courriel: `${x}@example.fr` },
          }),
        ),
      ),
    );
    expect(all.sort()).toEqual(["IMPOSSIBLE", "IMPOSSIBLE", "accepted"]);
    expect(await office.deps.store.read((tx) => tx.comptes.staff())).toHaveLength(1);
  });

  it("names every field to mend at once and stores nothing", async () => {
    const refused = await client()
      .acces.creerCfa({
        cfa: { ...cfa, siret: "90000002700013", uai: "0139999A" },
        administrateur: { nom: "Agnès Morel", courriel: "agnes", motDePasse: "agnes morel cfa" },
      })
      .catch((error: { data: { champs: { champ: string }[] } }) => error.data.champs.map((one) => one.champ));
    expect(refused).toEqual(["cfa.siret", "cfa.uai", "administrateur.courriel", "administrateur.motDePasse"]);
    expect(await client().acces.etat()).toMatchObject({ premierDemarrage: true });
  });

  it("sign-in, sign-out: the token is dead at once", async () => {
    await started();
    const { jeton } = await client().acces.connexion({
      courriel: "agnes.morel@example.fr",
      motDePasse: PASSWORD,
    });
    expect((await client(jeton).acces.etat()).compte).toBeDefined();
    await client(jeton).acces.deconnexion();
    expect((await client(jeton).acces.etat()).compte).toBeUndefined();
    expect(await codeOf(client(jeton).acces.deconnexion())).toBe("NON_CONNECTE");
  });

  it("without a session every kept procedure is refused", async () => {
    await started();
    for (const jeton of [undefined, "x", "A".repeat(43)]) {
      const { reglages, acces } = client(jeton);
      expect(await codeOf(reglages.comptes())).toBe("NON_CONNECTE");
      expect(await codeOf(reglages.lireSmtp())).toBe("NON_CONNECTE");
      expect(await codeOf(acces.changerMotDePasse({ actuel: PASSWORD, nouveau: PASSWORD }))).toBe(
        "NON_CONNECTE",
      );
    }
  });

  it("a new account gets a generated password, to be changed; its rights follow at once", async () => {
    const admin = await started();
    const made = await admin.reglages.creerCompte({
      nom: "Paul Roux",
      courriel: "paul@example.fr",
      role: "conseiller",
      formations: [],
    });
    const paul = await client().acces.connexion({ courriel: "paul@example.fr", motDePasse: made.motDePasse });
    expect(paul.aChanger).toBe(true);
    expect(await codeOf(client(paul.jeton).reglages.comptes())).toBe("INTERDIT");
    expect(
      await codeOf(
        admin.reglages.creerCompte({
          nom: "X",
          courriel: "PAUL@example.fr",
          role: "conseiller",
          formations: [],
        }),
      ),
    ).toBe("SAISIE_INVALIDE");
    await admin.reglages.modifierCompte({
      id: made.compte.id,
      nom: "Paul Roux",
      role: "conseiller",
      actif: false,
      formations: [],
    });
    expect((await client(paul.jeton).acces.etat()).compte).toBeUndefined();
    expect(
      await codeOf(client().acces.connexion({ courriel: "paul@example.fr", motDePasse: made.motDePasse })),
    ).toBe("NON_CONNECTE");
  });

  it("a reset password replaces the former one and ends the sessions", async () => {
    const admin = await started();
    const { compte, motDePasse } = await admin.reglages.creerCompte({
      nom: "Paul Roux",
      courriel: "paul@example.fr",
      role: "conseiller",
      formations: [],
    });
    const paul = await client().acces.connexion({ courriel: "paul@example.fr", motDePasse });
    const next = await admin.reglages.reinitialiserMotDePasse({ id: compte.id });
    expect((await client(paul.jeton).acces.etat()).compte).toBeUndefined();
    expect(await codeOf(client().acces.connexion({ courriel: "paul@example.fr", motDePasse }))).toBe(
      "NON_CONNECTE",
    );
    expect(
      (await client().acces.connexion({ courriel: "paul@example.fr", motDePasse: next.motDePasse })).aChanger,
    ).toBe(true);
  });

  it("the last active administrator stays, even when two remove each other at once", async () => {
    const admin = await started();
    const [me] = await admin.reglages.comptes();
    const lower = (id: string, nom: string) =>
      codeOf(admin.reglages.modifierCompte({ id, nom, role: "conseiller", actif: true, formations: [] }));
    expect(await lower(me?.id ?? "", "Agnès Morel")).toBe("IMPOSSIBLE");
    const other = await admin.reglages.creerCompte({
      nom: "Paul Roux",
      courriel: "paul@example.fr",
      role: "administrateur",
      formations: [],
    });
    const both = await Promise.all([lower(me?.id ?? "", "Agnès Morel"), lower(other.compte.id, "Paul Roux")]);
    expect(both.filter((one) => one === "accepted")).toHaveLength(1);
    const left = await office.deps.store.read((tx) => tx.comptes.staff());
    expect(left.filter((one) => one.role === "administrateur" && one.actif)).toHaveLength(1);
  });

  it("portal accounts are out of reach of the staff screens", async () => {
    const admin = await started();
    const portal = await office.deps.store.write((tx) =>
      tx.comptes.create({
        famille: "portail",
        courriel: "lea@example.fr",
        nom: "Léa",
        formations: [],
        provisoire: false,
        actif: true,
      }),
    );
    expect(await codeOf(admin.reglages.reinitialiserMotDePasse({ id: portal.id }))).toBe("INTROUVABLE");
    expect(
      await codeOf(
        admin.reglages.modifierCompte({
          id: portal.id,
          nom: "L",
          role: "administrateur",
          actif: true,
          formations: [],
        }),
      ),
    ).toBe("INTROUVABLE");
    expect(await admin.reglages.comptes()).toHaveLength(1);
  });
});
