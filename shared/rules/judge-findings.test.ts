import { describe, expect, it } from "vitest";
import { aCompleteApprentissage } from "../../tests/builders/dossier-data.ts";
import type { DossierData } from "../dossier/kernel.ts";
import { smicTable } from "./pay/smic.ts";
import { findings, judgeFindings } from "./registry.ts";

const judged = (data: DossierData, today = "2026-08-20") => {
  const ctx = { data, mission: "facultative", form: "10103*14", today, smic: smicTable } as const;
  return { ...judgeFindings(ctx), plain: findings(ctx) };
};

describe("what a judgement used", () => {
  it("finds what `findings` finds", () => {
    for (const data of [
      {},
      aCompleteApprentissage(),
      aCompleteApprentissage({ dateDebutExecution: undefined }),
    ]) {
      const { constats, plain } = judged(data);
      expect(constats).toEqual(plain);
    }
  });
  it("no day to come changes a dossier whose dates are past", () => {
    expect(judged(aCompleteApprentissage()).used.until).toBeUndefined();
    expect(judged({}).used.until).toBeUndefined();
  });
  it("a birth date to come holds until its own day is over, no longer", () => {
    const data = aCompleteApprentissage({ apprentiDateNaissance: "2026-08-25" });
    expect(judged(data).used.until).toBe("2026-08-25");
    const said = (today: string) =>
      judged(data, today).constats.some((one) => one.message.includes("n’est pas dans le passé"));
    expect([said("2026-08-20"), said("2026-08-25")]).toEqual([true, true]);
  });
  it("the pay of an apprentissage is judged by the SMIC", () => {
    expect(judged(aCompleteApprentissage()).used.smic).toBe(true);
  });
});
