/** Edges that mutation testing showed no other table to touch; each with its source. */
import { describe, expect, it } from "vitest";
import { aCompleteApprentissage, type Overrides } from "../../tests/builders/dossier-data.ts";
import { contextOf, said } from "./cases.fixture.ts";
import { Reader } from "./context.ts";
import { depositReadiness, type EconomicsInput, economics, rules } from "./index.ts";

const app = (overrides: Overrides = {}) => aCompleteApprentissage(overrides);
const findingsOf = (regle: string, overrides: Overrides, faits = {}) =>
  rules.filter(({ id }) => id === regle).flatMap((rule) => rule.evaluate(contextOf(app(overrides), faits)));

describe("a value of the wrong shape is a missing value", () => {
  it.each([
    ["   ", undefined],
    ["", undefined],
    [" Léa ", " Léa "],
    [12, undefined],
  ])("text %j", (value, expected) => {
    expect(new Reader(contextOf({ apprentiPrenom: value })).text("apprentiPrenom")).toBe(expected);
  });
  it.each([
    [0, 0],
    [1_000_000_000, 1_000_000_000],
    [1_000_000_001, undefined],
    [-1, undefined],
    [1.5, undefined],
    [Number.NaN, undefined],
    ["12", undefined],
  ])("number %j", (value, expected) => {
    expect(new Reader(contextOf({ salaireBrutMensuel: value })).number("salaireBrutMensuel")).toBe(expected);
  });
});

describe("ages on the very day", () => {
  it("L6222-2: 30 on the day the contract begins", () => {
    const thirty = { apprentiDateNaissance: "1996-09-01", typeContratOuAvenant: "21" };
    expect(said("A3-suite-de-contrat", app(thirty))).toEqual(["alerte apprentiDateNaissance"]);
    expect(said("A3-suite-de-contrat", app({ ...thirty, apprentiDateNaissance: "1996-09-02" }))).toEqual([]);
  });
  it("F22: 16 on the day the contract begins needs no derogation, and admits none for its age", () => {
    const sixteen = { apprentiDateNaissance: "2010-09-01" };
    expect(said("A6-derogation-age", app(sixteen))).toEqual([]);
    expect(said("A6-derogation-age", app({ ...sixteen, typeDerogation: "11" }))).toEqual([
      "bloquant typeDerogation",
    ]);
    expect(said("A6-derogation-age", app({ ...sixteen, typeDerogation: "22" }))).toEqual([]);
  });
});

describe("pay", () => {
  it("D6222-26: what the first row promises of the conventional minimum is owed", () => {
    const promised = {
      remunerationA1P1Base: "SMC",
      smcMensuel: 200_000,
      remunerationA1P1Pourcentage: 53,
    };
    expect(said("P0-salaire-minimal", app({ ...promised, salaireBrutMensuel: 105_999 }))).toEqual([
      "bloquant salaireBrutMensuel",
    ]);
    expect(said("P0-salaire-minimal", app({ ...promised, salaireBrutMensuel: 106_000 }))).toEqual([]);
  });
  it("the second row’s promise is not the hiring salary’s", () => {
    expect(said("P0-salaire-minimal", app({ remunerationA2P1Pourcentage: 100 }))).toEqual([]);
  });
  it("D6222-33: lodging of exactly three quarters of the salary is within the ceiling", () => {
    const lodged = { salaireBrutMensuel: 100_000, avantageLogement: 75_000 };
    expect(said("P9-avantages-en-nature", app(lodged))).toEqual([]);
    expect(said("P9-avantages-en-nature", app({ ...lodged, avantageLogement: 75_001 }))).toEqual([
      "alerte avantageLogement",
    ]);
  });
});

describe("across dossiers", () => {
  const other = (denomination: string, siret: string) => ({ reference: "D2026-00007", denomination, siret });
  it("one SIRET under two names", () => {
    const [finding, ...rest] = findingsOf(
      "X2-meme-entreprise",
      {},
      { memeEntreprise: [other("Calanques Konseil", "90000001900019"), other("Autre", "90000001900019")] },
    );
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      champs: ["employeurSiret", "employeurDenomination"],
      message: expect.stringMatching(/Ce SIRET est connu sous le nom de «\u00a0Calanques Konseil\u00a0»/),
      dossiers: ["D2026-00007", "D2026-00007"],
    });
  });
  it("one name under two SIRETs", () => {
    const [finding] = findingsOf(
      "X2-meme-entreprise",
      {},
      { memeEntreprise: [other("Calanques Conseil", "90000002700012")] },
    );
    expect(finding?.message).toMatch(/a un autre SIRET \(900\s000\s027\s00012\)/);
  });
  it("nothing to say of nobody", () => {
    expect(findingsOf("X2-meme-entreprise", {}, { memeEntreprise: [] })).toEqual([]);
    expect(findingsOf("M4-nombre-d-apprentis", { maitreNombreApprentis: 2 })[0]).not.toHaveProperty(
      "dossiers",
    );
    expect(
      findingsOf("M4-nombre-d-apprentis", {}, { apprentisDuMaitre: ["D2026-00001", "D2026-00002"] })[0]
        ?.dossiers,
    ).toEqual(["D2026-00001", "D2026-00002"]);
  });
});

describe("economics year by year", () => {
  const base: EconomicsInput = {
    contrat: "apprentissage",
    debut: "2026-09-01",
    fin: "2028-08-31",
    dateConclusion: "2026-08-25",
    niveauRncp: 7,
    secteur: "prive",
    rqth: false,
    typeContrat: "11",
    heures: 840,
    heuresDistance: 0,
    coutAnnuelCentimes: [850_000, 850_000],
    npecAnnuelCentimes: [800_000, 800_000],
  };
  const rulesOf = (change: Partial<EconomicsInput>) =>
    economics({ ...base, ...change }).constats.map(({ regle }) => regle);
  it.each([
    ["a cost", { coutAnnuelCentimes: [850_000, 0] }],
    ["a NPEC", { npecAnnuelCentimes: [800_000, 0] }],
  ])("%s missing for the second year only is said", (_what, change) => {
    const added = rulesOf(change).filter((regle) => !rulesOf({}).includes(regle));
    expect(added.length).toBeGreaterThan(0);
  });
  it("L6353-1: something remaining in one year only has to be foreseen", () => {
    const one = { coutAnnuelCentimes: [850_000, 800_000], npecAnnuelCentimes: [875_000, 725_000] };
    const years = economics({ ...base, ...one }).annees.map(
      ({ resteAChargeCentimes }) => resteAChargeCentimes > 0,
    );
    expect(new Set(years)).toEqual(new Set([true, false]));
    expect(rulesOf({ ...one, resteAChargePrevu: false })).toContain("E6-reste-a-charge");
  });
  it("L6332-14: a public employer’s share is spoken of from level 6 on", () => {
    expect(rulesOf({ secteur: "public", niveauRncp: 6 })).toContain("E11-participation-public");
    expect(rulesOf({ secteur: "public", niveauRncp: 5 })).not.toContain("E11-participation-public");
  });
});

describe("D6224-1: five working days, Good Friday included where it is a holiday", () => {
  it.each([
    ["57000", "2027-04-02"],
    ["67000", "2027-04-02"],
    ["68000", "2027-04-02"],
    ["13002", "2027-04-01"],
  ])("employer at %s, contract from 25 March 2027: by %s", (employeurAdresseCodePostal, expected) => {
    const dated = {
      employeurAdresseCodePostal,
      dateConclusion: "2027-03-20",
      dateDebutExecution: "2027-03-25",
      dateFinContrat: "2028-08-31",
    };
    const { echeances } = depositReadiness(contextOf(app(dated)));
    // From Thursday 25: 26 (Good Friday), 27, 29 (Easter Monday, everywhere), 30, 31 March, 1 and 2 April.
    expect(echeances[0]?.date).toBe(expected);
  });
});
