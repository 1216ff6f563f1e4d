import { describe, expect, it } from "vitest";
import {
  countFr,
  dateFr,
  eurosInput,
  instantFr,
  numberFr,
  tidyDateInput,
  tidyEurosInput,
  tidyPhoneInput,
} from "./french.ts";

describe("French writing", () => {
  it("dates and instants", () => {
    expect(dateFr("2026-09-05")).toBe("05/09/2026");
    expect(dateFr(undefined)).toBe("—");
    expect(instantFr("2026-09-05T22:30:00.000Z")).toBe("06/09/2026 00:30");
  });
  it("counts agree and group thousands", () => {
    expect(countFr(0, "dossier")).toBe("0\u00a0dossier");
    expect(countFr(1, "dossier")).toBe("1\u00a0dossier");
    expect(countFr(2300, "dossier")).toBe("2\u202f300\u00a0dossiers");
    expect(numberFr(1_234_567)).toBe("1\u202f234\u202f567");
  });
  it.each([
    [tidyDateInput, "5/9/2026", "05/09/2026"],
    [tidyDateInput, "2026-09-05", "05/09/2026"],
    [tidyEurosInput, "8200", "8\u202f200,00"],
    [tidyEurosInput, "1 234,5 €", "1\u202f234,50"],
    [tidyPhoneInput, "0491000000", "04\u00a091\u00a000\u00a000\u00a000"],
  ])("tidies what is typed (%#)", (tidy, raw, expected) => {
    expect(tidy(raw)).toEqual({ ok: true, value: expected });
    // Tidied again as the field is left a second time: nothing changes.
    expect(tidy(expected)).toEqual({ ok: true, value: expected });
  });
  it("an amount goes to its input and back", () => {
    expect(eurosInput(123_456)).toBe("1\u202f234,56");
    expect(eurosInput(undefined)).toBe("");
  });
  it("refuses in French what is not a date", () => {
    expect(tidyDateInput("31/02/2026")).toMatchObject({ ok: false });
  });
});
