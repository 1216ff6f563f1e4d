import { describe, expect, it } from "vitest";
import { portalQualites, staffRoles } from "../catalogues/roles.ts";
import {
  accorde,
  type DocumentType,
  documentEntry,
  documentStatus,
  documentsOf,
  documentTypes,
  formationPieces,
  type Lecteur,
  leDocument,
} from "./documents.ts";
import { facts } from "./facts.fixture.ts";
import type { DossierFacts } from "./facts.ts";
import { depuisEnClair, nextStep } from "./next-step.ts";

const ready: Partial<DossierFacts> = { etat: "valide", economie: "validee" };
const etatDepuis = facts().etatDepuis;
const economieDepuis = facts().economieDepuis;

describe("documents (G21–G24)", () => {
  it("all four, once validated, reviewed and supplied", () => {
    expect(documentsOf(facts(ready)).map(({ type, disponible }) => [type, disponible])).toEqual([
      ["cerfa", true],
      ["convention", true],
      ["calendrier", true],
      ["programme", true],
    ]);
  });

  type Wait = readonly [raison: RegExp, tourDe: string, depuis?: string];
  it.each<readonly [type: DocumentType, overrides: Partial<DossierFacts>, waits: Wait | "disponible"]>([
    ["cerfa", {}, [/validation à demander/, "alternant et entreprise", etatDepuis]],
    ["cerfa", { complet: false }, [/à compléter/, "alternant et entreprise", etatDepuis]],
    ["cerfa", { etat: "invite", complet: false }, [/à compléter/, "alternant et entreprise", etatDepuis]],
    ["cerfa", { etat: "demande" }, [/à valider par la formation/, "la formation", etatDepuis]],
    ["cerfa", { etat: "abandonne" }, [/abandonné/, "personne", etatDepuis]],
    ["cerfa", { etat: "valide" }, "disponible"],
    ["cerfa", { ...ready, datesProvisoires: true }, [/provisoires/, "alternant et entreprise", etatDepuis]],
    ["cerfa", { ...ready, niveauSaisie: "simple" }, [/à joindre/, "alternant et entreprise", etatDepuis]],
    ["cerfa", { ...ready, niveauSaisie: "simple", cerfaJoint: true }, "disponible"],
    ["convention", { etat: "demande" }, [/à valider par la formation/, "la formation", etatDepuis]],
    ["convention", { etat: "valide" }, [/à saisir et à valider/, "le CFA", economieDepuis]],
    [
      "convention",
      { etat: "valide", economie: "a_valider" },
      [/à valider par le CFA/, "le CFA", economieDepuis],
    ],
    [
      "convention",
      { ...ready, datesProvisoires: true },
      [/provisoires/, "alternant et entreprise", etatDepuis],
    ],
    ["convention", ready, "disponible"],
    ["calendrier", {}, "disponible"],
    ["calendrier", { calendrier: false }, [/ajoutez-le dans sa fiche/, "la formation"]],
    ["programme", { programme: false }, [/ajoutez-le dans sa fiche/, "la formation"]],
  ])("%s with %o", (type, overrides, waits) => {
    const status = documentStatus(type, facts(overrides));
    if (waits === "disponible") return expect(status).toEqual({ type, disponible: true });
    const [raison, tourDe, depuis] = waits;
    expect(status).toEqual({
      type,
      disponible: false,
      raison: expect.stringMatching(raison),
      tourDe,
      ...(depuis ? { depuis } : {}),
    });
  });

  it.each<readonly [Lecteur, RegExp]>([
    ["portail", /informez-en votre conseiller ou conseillère au CFA/],
    ["cfa", /ajoutez-le dans sa fiche/],
  ])("G23: a document not supplied says to the %s what to do", (lecteur, raison) => {
    for (const type of ["calendrier", "programme"] as const)
      expect(documentStatus(type, facts({ calendrier: false, programme: false }), lecteur).raison).toMatch(
        raison,
      );
  });
});

describe("the next step, in one sentence", () => {
  it.each<readonly [Partial<DossierFacts>, phrase: string, tourDe: string]>([
    [{ etat: "abandonne" }, "Le dossier est abandonné.", "personne"],
    [{ etat: "invite" }, "Les données de base sont à saisir et à valider.", "alternant et entreprise"],
    [{ complet: false }, "Le dossier est à compléter.", "alternant et entreprise"],
    [
      { bloquants: 2 },
      "Le dossier est rempli, mais des contrôles bloquants sont à corriger.",
      "alternant et entreprise",
    ],
    [
      { datesProvisoires: true },
      "Les dates du contrat sont provisoires\u00a0: elles sont à confirmer.",
      "alternant et entreprise",
    ],
    [{}, "Le dossier est complet\u00a0: la validation peut être demandée.", "alternant et entreprise"],
    [{ etat: "demande" }, "La formation doit valider.", "la formation"],
    [{ etat: "valide" }, "Le CFA doit valider les éléments économiques.", "le CFA"],
    [
      { ...ready, datesProvisoires: true },
      "La convention attend la confirmation des dates.",
      "alternant et entreprise",
    ],
    [
      { ...ready, niveauSaisie: "simple" },
      "Le CERFA établi hors de Cactus est à joindre.",
      "alternant et entreprise",
    ],
    [{ ...ready, programme: false }, "La formation doit fournir le programme.", "la formation"],
    [
      { ...ready, calendrier: false, programme: false },
      "La formation doit fournir le calendrier et le programme.",
      "la formation",
    ],
    [ready, "Les quatre documents sont disponibles.", "personne"],
  ])("%o: %s", (overrides, phrase, tourDe) => {
    expect(nextStep(facts(overrides))).toMatchObject({ phrase, tourDe });
  });
});

describe("since when, in days of the calendar in Paris", () => {
  it.each([
    ["2026-09-05T06:00:00.000Z", "2026-09-05T20:00:00.000Z", "depuis aujourd’hui"],
    ["2026-09-04T20:00:00.000Z", "2026-09-05T06:00:00.000Z", "depuis hier"],
    // 23:30 then 00:30 in Paris.
    ["2026-09-04T21:30:00.000Z", "2026-09-04T22:30:00.000Z", "depuis hier"],
    ["2026-08-30T10:00:00.000Z", "2026-09-05T06:00:00.000Z", "depuis 6\u00a0jours"],
    ["2026-09-06T10:00:00.000Z", "2026-09-05T06:00:00.000Z", "depuis aujourd’hui"],
  ])("%s seen at %s: %s", (depuis, now, words) => {
    expect(depuisEnClair(depuis, now)).toBe(words);
  });
});

describe("the catalogue", () => {
  it("names each document in a sentence", () => {
    expect(documentTypes.map(leDocument)).toEqual([
      "le CERFA",
      "la convention",
      "le calendrier",
      "le programme",
    ]);
    expect(documentTypes.map((type) => accorde(type, "absent"))).toEqual([
      "absent",
      "absente",
      "absent",
      "absent",
    ]);
  });

  it("offers to each reader exactly those that the server would give", () => {
    for (const lecteur of [...staffRoles, ...portalQualites]) {
      const offered = documentsOf(facts(ready), lecteur).map(({ type }) => type);
      expect(documentTypes.filter((type) => documentStatus(type, facts(ready), lecteur).disponible)).toEqual(
        offered,
      );
    }
  });

  it("a formation supplies its pieces, and nothing that needs the snapshot", () => {
    expect(formationPieces).toEqual(["calendrier", "programme"]);
    for (const piece of formationPieces) expect(documentEntry(piece).fige).toBe(false);
  });
});
