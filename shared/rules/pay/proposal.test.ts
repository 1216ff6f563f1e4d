import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aCompleteApprentissage,
  aCompleteProfessionnalisation,
} from "../../../tests/builders/dossier-data.ts";
import { addDays, addMonths } from "../../dossier/calendar.ts";
import { contextOf } from "../cases.fixture.ts";
import { isBlocking, rules } from "../registry.ts";
import { proposeRemuneration } from "./proposal.ts";
import { smicTable } from "./smic.ts";

const payRules = rules.filter(({ id }) => id.startsWith("P"));

describe("proposed pay", () => {
  it("fills the rows of the form and the salary", () => {
    expect(
      proposeRemuneration(
        contextOf(aCompleteApprentissage({ apprentiDateNaissance: "2006-01-20" })),
        smicTable,
      ),
    ).toEqual({
      remunerationA1P1Du: "2026-09-01",
      remunerationA1P1Au: "2027-01-31",
      remunerationA1P1Pourcentage: 43,
      remunerationA1P1Base: "SMIC",
      remunerationA1P2Du: "2027-02-01",
      remunerationA1P2Au: "2027-08-31",
      remunerationA1P2Pourcentage: 53,
      remunerationA1P2Base: "SMIC",
      remunerationA2P1Du: "2027-09-01",
      remunerationA2P1Au: "2028-08-31",
      remunerationA2P1Pourcentage: 61,
      remunerationA2P1Base: "SMIC",
      salaireBrutMensuel: 80282,
    });
  });

  it.each([
    ["no birth date", { apprentiDateNaissance: undefined }],
    ["no start", { dateDebutExecution: undefined }],
    ["no end", { dateFinContrat: undefined }],
    ["more than four years", { dateFinContrat: "2030-09-01" }],
    ["end before start", { dateFinContrat: "2026-08-01" }],
  ])("nothing: %s", (_what, overrides) => {
    expect(proposeRemuneration(contextOf(aCompleteApprentissage(overrides)), smicTable)).toEqual({});
  });

  it("leaves the salary out before the first SMIC known", () => {
    const old = proposeRemuneration(
      contextOf(
        aCompleteApprentissage({
          apprentiDateNaissance: "1999-01-01",
          dateDebutExecution: "2021-09-01",
          dateFinContrat: "2022-07-31",
        }),
      ),
      smicTable,
    );
    expect(old.remunerationA1P1Pourcentage).toBe(53);
    expect(old.salaireBrutMensuel).toBeUndefined();
  });

  it("takes the licence pro, the cycle begun, the previous contract and the conventional minimum into account", () => {
    const rate = (
      overrides: Parameters<typeof aCompleteApprentissage>[0],
      faits?: Parameters<typeof proposeRemuneration>[2],
    ) => {
      const { remunerationA1P1Pourcentage, remunerationA1P1Base } = proposeRemuneration(
        contextOf(aCompleteApprentissage(overrides)),
        smicTable,
        faits,
      );
      return `${remunerationA1P1Pourcentage} ${remunerationA1P1Base}`;
    };
    const begun = { apprentiDernierDiplomePrepare: "73" };
    expect(rate({ diplomeVise: "62" })).toBe("61 SMIC");
    expect(rate({ ...begun, apprentiDerniereClasse: "11" })).toBe("61 SMIC");
    expect(rate({ ...begun, apprentiDerniereClasse: "21" })).toBe("78 SMIC");
    expect(rate({ ...begun, apprentiDerniereClasse: "31" })).toBe("78 SMIC");
    expect(rate({ ...begun, apprentiDerniereClasse: "12" })).toBe("53 SMIC");
    expect(rate({ ...begun, diplomeVise: undefined, apprentiDerniereClasse: "11" })).toBe("53 SMIC");
    expect(rate({ apprentiDerniereClasse: "11" })).toBe("53 SMIC");
    expect(rate({ smcMensuel: 200000 })).toBe("53 SMC");
    const previous = { contratPrecedent: { dernierPourcentage: 70, diplomeObtenu: true } };
    expect(rate({ typeContratOuAvenant: "22" }, previous)).toBe("70 SMIC");
    expect(rate({ typeContratOuAvenant: "11" }, previous)).toBe("53 SMIC");
  });

  it("knows Mayotte by the postal code of the workplace", () => {
    const salary = (employeurAdresseCodePostal: string) =>
      proposeRemuneration(contextOf(aCompleteApprentissage({ employeurAdresseCodePostal })), smicTable)
        .salaireBrutMensuel;
    expect(salary("97600")).toBe(76847);
    expect(salary("97490")).toBe(98953);
  });

  it("professionnalisation: the salary only", () => {
    expect(proposeRemuneration(contextOf(aCompleteProfessionnalisation()), smicTable)).toEqual({
      salaireBrutMensuel: 149362,
    });
    expect(
      proposeRemuneration(contextOf(aCompleteProfessionnalisation({ natureContrat: "TT" })), smicTable),
    ).toEqual({
      salaireBrutMensuel: 985,
    });
    expect(
      proposeRemuneration(
        contextOf(aCompleteProfessionnalisation({ salarieDiplomePlusEleve: "43" })),
        smicTable,
      ),
    ).toEqual({ salaireBrutMensuel: 149362 });
    expect(
      proposeRemuneration(
        contextOf(aCompleteProfessionnalisation({ employeurAdresseCodePostal: "97600" })),
        smicTable,
      ),
    ).toEqual({ salaireBrutMensuel: 115995 });
    expect(
      proposeRemuneration(
        contextOf(aCompleteProfessionnalisation({ apprentiDateNaissance: undefined })),
        smicTable,
      ),
    ).toEqual({});
    expect(
      proposeRemuneration(
        contextOf(aCompleteProfessionnalisation({ dateDebutExecution: undefined })),
        smicTable,
      ),
    ).toEqual({});
    expect(
      proposeRemuneration(
        contextOf(aCompleteProfessionnalisation({ salarieDiplomePlusEleve: undefined })),
        smicTable,
      ),
    ).toEqual({});
  });

  it("is never refused by the pay rules, whatever the dates", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5500 }),
        fc.integer({ min: 0, max: 1200 }),
        fc.integer({ min: 5, max: 47 }),
        fc.option(fc.integer({ min: 150000, max: 300000 }), { nil: undefined }),
        fc.constantFrom("62", "73", "54"),
        fc.constantFrom("01", "11", "21"),
        (birth, start, months, smcMensuel, diplomeVise, apprentiDerniereClasse) => {
          const debut = addDays("2024-01-01", start);
          const bare = aCompleteApprentissage({
            apprentiDateNaissance: addDays("1990-01-01", birth),
            dateDebutExecution: debut,
            dateFinContrat: addDays(addMonths(debut, months), 3),
            smcMensuel,
            diplomeVise,
            apprentiDernierDiplomePrepare: "54",
            apprentiDerniereClasse,
            remunerationA2P1Du: undefined,
            remunerationA2P1Au: undefined,
            remunerationA2P1Pourcentage: undefined,
            remunerationA2P1Base: undefined,
          });
          const data = { ...bare, ...proposeRemuneration(contextOf(bare), smicTable) };
          const refused = payRules.flatMap((rule) => rule.evaluate(contextOf(data))).filter(isBlocking);
          expect(refused).toEqual([]);
        },
      ),
    );
  });
});
