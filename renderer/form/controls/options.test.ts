import { describe, expect, it } from "vitest";
import { fieldById } from "../../../shared/dossier/index.ts";
import { filterOptions, groupedOptions } from "./options.ts";

const flat = (options: ReturnType<typeof groupedOptions>) =>
  options.flatMap((option) => ("items" in option ? option.items : [option]));

describe("groupedOptions", () => {
  it("puts the code first and keeps a code that is no longer offered", () => {
    const options = flat(groupedOptions(fieldById("apprentiDepartementNaissance"), "", "10103*14"));
    expect(
      options.find(({ value }) => value === "013")?.label ??
        options.find(({ value }) => value === "13")?.label,
    ).toMatch(/^0?13 – Bouches-du-Rhône$/);
    expect(flat(groupedOptions(fieldById("modeContractuel"), "99", "10103*14")).at(-1)?.value).toBe("99");
  });
  it("groups diplomas under the headings of the notice", () => {
    const options = groupedOptions(fieldById("diplomeVise"), "", "10103*14");
    expect(options.some((option) => "items" in option)).toBe(true);
    expect(new Set(flat(options).map(({ value }) => value)).size).toBe(flat(options).length);
  });
});

describe("filterOptions", () => {
  const options = [
    { group: "Niveau 5", items: [{ label: "54 – BTS" }, { label: "55 – Diplôme universitaire" }] },
    { label: "00 – Aucun diplôme" },
  ];
  it.each([
    ["bts", ["54 – BTS"]],
    ["DIPLOME", ["55 – Diplôme universitaire", "00 – Aucun diplôme"]],
    ["universitaire 55", ["55 – Diplôme universitaire"]],
    ["zzz", []],
    [" ", ["54 – BTS", "55 – Diplôme universitaire", "00 – Aucun diplôme"]],
  ])("« %s » finds %j", (search, expected) => {
    const found = filterOptions(options, search).flatMap((option) =>
      "items" in option ? (option.items ?? []) : [option],
    );
    expect(found.map((option) => (option as { label: string }).label)).toEqual(expected);
  });
});
