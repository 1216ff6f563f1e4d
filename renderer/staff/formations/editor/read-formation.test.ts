import { describe, expect, it } from "vitest";
import { type Formation, formation } from "../../../../shared/api/models.ts";
import { emptyFormation, emptyModule, emptyPeriode, toFormationDraft } from "./formation-draft.ts";
import { readFormation, tidyCodeAcces } from "./read-formation.ts";

const stored: Formation = formation.parse({
  id: "f1",
  version: 3,
  creeLe: "2026-01-05T08:00:00.000Z",
  modifieLe: "2026-01-06T08:00:00.000Z",
  archivee: false,
  titre: "Licence professionnelle Métiers du BTP",
  diplome: "62",
  diplomePro: "20",
  niveau: 6,
  intituleDiplome: "Licence professionnelle mention métiers du BTP",
  licencePro: true,
  codeDiplome: "25023009",
  rncp: "30137",
  dateDebut: "2026-09-01",
  dateFin: "2027-08-31",
  dateFinEpreuves: "2027-07-02",
  heures: 450,
  heuresDistance: 30,
  lieu: {
    estCfa: false,
    denomination: "IUT d’Aix-Marseille",
    uai: "0131842G",
    siret: "13001533200013",
    adresse: { numero: "413", voie: "avenue Gaston-Berger", codePostal: "13100", commune: "Aix-en-Provence" },
  },
  responsable: { nom: "Mme Roux", courriel: "roux@example.org" },
  code: "F724",
  codeOuvert: true,
  codeInscriptionsMax: 28,
  variantes: [
    {
      id: "v1",
      libelle: "2e année seulement",
      code: "F724-2",
      ouvert: true,
      dateDebut: "2026-10-01",
      heures: 220,
    },
  ],
  modeValidation: "immediate",
  mission: "obligatoire",
  calendrier: {
    mode: "donnees",
    donnees: {
      periodes: [{ du: "2026-09-01", au: "2026-09-12", type: "centre", libelle: "Rentrée" }],
      commentaire: "Selon planning",
    },
  },
  programme: {
    mode: "donnees",
    donnees: {
      objectifs: "Conduire un chantier",
      modules: [{ titre: "Structures", heures: 42.5, contenu: "Béton" }],
    },
  },
  coutAnnuelCentimes: 812_345,
  npecCentimes: 700_000,
});

const { id: _i, version: _v, creeLe: _c, modifieLe: _m, archivee: _a, ...saisie } = stored;

describe("readFormation", () => {
  it("gives back what was stored when nothing is touched", () => {
    const read = readFormation(toFormationDraft(stored));
    expect(read.issues).toEqual([]);
    expect(read.saisie).toEqual(saisie);
  });

  it("names every field an empty formation lacks", () => {
    const champs = readFormation(emptyFormation).issues.map((issue) => issue.champ);
    expect(champs).toEqual(
      expect.arrayContaining([
        "titre",
        "diplome",
        "niveau",
        "intituleDiplome",
        "codeDiplome",
        "rncp",
        "dateDebut",
        "dateFin",
        "heures",
        "responsable.nom",
        "responsable.courriel",
        "code",
      ]),
    );
  });

  it.each([
    ["dates upside down", { dateDebut: "01/09/2027", dateFin: "01/09/2026" }, "dateFin"],
    ["an amount that is not one", { coutAnnuel: "huit mille" }, "coutAnnuel"],
    [
      "a PDF that was not chosen",
      { calendrier: { ...emptyFormation.calendrier, mode: "fichier" } },
      "calendrier",
    ],
    [
      "a period upside down",
      {
        calendrier: {
          ...emptyFormation.calendrier,
          mode: "donnees",
          periodes: [{ ...emptyPeriode, du: "12/09/2026", au: "01/09/2026" }],
        },
      },
      "calendrier.periodes.0.au",
    ],
    [
      "a module without a title",
      { programme: { ...emptyFormation.programme, mode: "donnees", modules: [emptyModule] } },
      "programme.modules.0.titre",
    ],
    ["a place without a name", { lieu: { ...emptyFormation.lieu, estCfa: false } }, "lieu.denomination"],
  ])("refuses %s on its field", (_, patch, champ) => {
    const read = readFormation({ ...toFormationDraft(stored), ...patch } as ReturnType<
      typeof toFormationDraft
    >);
    expect(read.issues.map((issue) => issue.champ)).toContain(champ);
  });

  it("reads amounts and dates as people write them", () => {
    const read = readFormation({
      ...toFormationDraft(stored),
      coutAnnuel: "8 200 €",
      dateDebut: "1er septembre 2026",
    });
    expect(read.issues).toEqual([]);
    expect(read.saisie.coutAnnuelCentimes).toBe(820_000);
    expect(read.saisie.dateDebut).toBe("2026-09-01");
  });
});

describe("tidyCodeAcces", () => {
  it.each([
    ["f 724 - 2", "F724-2"],
    ["F728", "F728"],
    ["f72", "F72"],
  ])("%s", (raw, code) => expect(tidyCodeAcces(raw)).toEqual({ ok: true, value: code }));
  it.each(["728", "F7", "F7245", "F724-22"])("refuses %s", (raw) =>
    expect(tidyCodeAcces(raw).ok).toBe(false),
  );
});
