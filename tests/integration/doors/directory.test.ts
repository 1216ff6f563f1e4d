import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findEstablishment } from "../../../main/entry/establishment.ts";
import type { Formation } from "../../../shared/api/models.ts";
import { aCore, type TestCore, withCfa } from "../../builders/core.ts";
import { filled } from "../../builders/dossier.ts";
import { aCompleteApprentissage } from "../../builders/dossier-data.ts";

/** A local server that speaks the documented shapes of « Recherche d’entreprises » (GET /search?q=). */
const SIRET = "90000001900019";
const company = (overrides: object = {}, place: object = {}) => ({
  results: [
    {
      siren: SIRET.slice(0, 9),
      nom_complet: "CALANQUES CONSEIL (CALCO)",
      nom_raison_sociale: "CALANQUES CONSEIL",
      activite_principale: "70.22Z",
      tranche_effectif_salarie: "12",
      siege: { siret: "90000001900027", code_postal: "75002", libelle_commune: "PARIS" },
      matching_etablissements: [
        {
          siret: SIRET,
          numero_voie: "12",
          indice_repetition: "bis",
          type_voie: "RUE",
          libelle_voie: "DE LA REPUBLIQUE",
          code_postal: "13002",
          libelle_commune: "MARSEILLE",
          activite_principale: "70.22Z",
          liste_idcc: ["1486"],
          etat_administratif: "A",
          ...place,
        },
      ],
      ...overrides,
    },
  ],
  total_results: 1,
  page: 1,
  per_page: 10,
  total_pages: 1,
});

let server: Server;
let asked: string[];
let reply: (request: IncomingMessage, response: ServerResponse) => void;
let core: TestCore;
let formation: Formation;
const answers = (body: unknown, status = 200) => {
  reply = (_request, response) =>
    response
      .writeHead(status, { "content-type": "application/json" })
      .end(typeof body === "string" ? body : JSON.stringify(body));
};
beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    reply(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  core = await aCore();
  formation = await withCfa(core);
  const { port } = server.address() as AddressInfo;
  await core.deps.store.write((tx) =>
    tx.reglages.set("annuaire", { url: `http://127.0.0.1:${port}`, delaiMs: 400 }),
  );
});
afterEach(async () => {
  await core.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
const find = (siret = SIRET) => findEstablishment(core.deps)(siret);
const valuesOf = (answer: Awaited<ReturnType<typeof find>>) =>
  Object.fromEntries(answer.valeurs.map(({ champ, valeur }) => [champ, valeur]));

describe("looking a SIRET up", () => {
  it("proposes name, address, NAF, IDCC and OPCO of the establishment asked for, and says the headcount", async () => {
    answers(company());
    const answer = await find("900 000 019 00019");
    expect(asked).toEqual([`/search?q=${SIRET}`]);
    expect(answer).toMatchObject({ trouve: true, source: "annuaire" });
    expect(valuesOf(answer)).toMatchObject({
      employeurDenomination: expect.stringMatching(/calanques conseil/i),
      employeurAdresseNumero: "12 bis",
      employeurAdresseCodePostal: "13002",
      employeurAdresseCommune: expect.stringMatching(/marseille/i),
      employeurCodeApe: "7022Z",
      employeurIdcc: "1486",
      opco: "ATLAS",
    });
    expect(answer.message).toContain("20 à 49 salariés");
  });

  it("asks once, then remembers for thirty days", async () => {
    answers(company());
    await find();
    expect(await find()).toMatchObject({ source: "cache" });
    expect(asked).toHaveLength(1);
    core.setNow("2026-10-20T09:00:00.000Z");
    await find();
    expect(asked).toHaveLength(2);
  });

  it("takes the seat when it is the one asked for", async () => {
    answers(
      company({
        matching_etablissements: [],
        siege: { siret: SIRET, code_postal: "75002", libelle_commune: "PARIS" },
      }),
    );
    expect(valuesOf(await find())).toMatchObject({ employeurAdresseCodePostal: "75002" });
  });

  it("warns of a closed establishment", async () => {
    answers(company({}, { etat_administratif: "F" }));
    expect((await find()).message).toContain("fermé");
  });

  it.each([
    ["no result", { results: [], total_results: 0 }],
    ["another establishment only", company({ matching_etablissements: [], siege: null })],
  ])("not found: %s", async (_name, body) => {
    answers(body);
    const answer = await find();
    expect(answer).toMatchObject({ trouve: false, valeurs: [] });
    expect(answer.message).toContain("n’est pas dans l’annuaire");
  });

  it.each<[string, () => void]>([
    ["too many requests", () => answers({ erreur: "trop de requêtes" }, 429)],
    ["a fault of the service", () => answers("<html>panne</html>", 500)],
    ["not JSON", () => answers("<html>portail captif</html>")],
    ["another shape", () => answers({ results: [{ siren: 4 }] })],
    ["two megabytes", () => answers(JSON.stringify({ results: [], bourrage: "x".repeat(2_000_000) }))],
    ["elsewhere", () => (reply = (_q, r) => r.writeHead(302, { location: "http://127.0.0.1:1/" }).end())],
    ["silence", () => (reply = () => {})],
    ["cut off", () => (reply = (_q, r) => r.socket?.destroy())],
  ])("%s: typed by hand, in French, nothing remembered", async (_name, set) => {
    set();
    const answer = await find();
    expect(answer).toMatchObject({ trouve: false, valeurs: [] });
    expect(answer.message).toContain("L’annuaire des entreprises ne répond pas");
    answers(company());
    expect(await find()).toMatchObject({ trouve: true, source: "annuaire" });
  });

  it("writes nothing to the dossier: it only proposes", async () => {
    const dossier = await filled(core, formation);
    answers(company({ nom_raison_sociale: "AUTRE NOM" }));
    await find();
    const after = await core.deps.store.read((tx) => tx.dossiers.byId(dossier.id));
    expect(after).toMatchObject({
      version: dossier.version,
      data: { employeurDenomination: "Calanques Conseil" },
    });
  });

  it("a known SIRET proposes its establishment and contacts, never its learner nor its contract", async () => {
    await filled(core, formation);
    reply = (_request, response) => response.socket?.destroy();
    const answer = await find();
    expect(answer).toMatchObject({ trouve: true, source: "dossiers" });
    expect(answer.message).toContain("ce que Cactus sait déjà");
    const values = valuesOf(answer);
    expect(values).toMatchObject({
      employeurDenomination: "Calanques Conseil",
      contactEntrepriseCourriel: aCompleteApprentissage().contactEntrepriseCourriel,
      opco: "ATLAS",
    });
    for (const id of Object.keys(values))
      expect(id).toMatch(/^(employeur|contactEntreprise|opco|secteur|type|caisse)/);
    expect(JSON.stringify(answer)).not.toContain("Arnaud");
  });

  it("a wrong SIRET is refused before anything is asked", async () => {
    await expect(find("900 000 019 00018")).rejects.toMatchObject({ code: "SAISIE_INVALIDE" });
    expect(asked).toEqual([]);
  });
});
