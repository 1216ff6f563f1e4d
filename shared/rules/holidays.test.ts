import { describe, expect, it } from "vitest";
import { weekday } from "../dossier/calendar.ts";
import { addWorkingDays, easter, frenchHolidays, isWorkingDay } from "./holidays.ts";

describe("Easter", () => {
  it.each([
    [1900, "1900-04-15"],
    [1954, "1954-04-18"],
    [1981, "1981-04-19"],
    [2000, "2000-04-23"],
    [2008, "2008-03-23"],
    [2011, "2011-04-24"],
    [2019, "2019-04-21"],
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2028, "2028-04-16"],
    [2038, "2038-04-25"],
    [2049, "2049-04-18"],
  ])("%i: %s", (year, day) => {
    expect(easter(year)).toBe(day);
  });
});

describe("Easter, every year from 1900 to 2099", () => {
  it("is a Sunday from 22 March to 25 April", () => {
    for (let year = 1900; year < 2100; year += 1) {
      const day = easter(year);
      expect(weekday(day), day).toBe(7);
      expect(day.slice(5) >= "03-22" && day.slice(5) <= "04-25", day).toBe(true);
    }
  });
});

describe("public holidays (L3133-1)", () => {
  it("2026", () => {
    expect(frenchHolidays(2026)).toEqual([
      "2026-01-01",
      "2026-04-06",
      "2026-05-01",
      "2026-05-08",
      "2026-05-14",
      "2026-05-25",
      "2026-07-14",
      "2026-08-15",
      "2026-11-01",
      "2026-11-11",
      "2026-12-25",
    ]);
  });
  it("2008: Ascension on 1 May", () => {
    expect(frenchHolidays(2008).filter((day) => day === "2008-05-01")).toHaveLength(2);
  });
  it("Alsace and Moselle add Good Friday and 26 December", () => {
    const added = frenchHolidays(2026, true).filter((day) => !frenchHolidays(2026).includes(day));
    expect(added).toEqual(["2026-04-03", "2026-12-26"]);
    expect(frenchHolidays(2026, true)).toEqual([...frenchHolidays(2026, true)].sort());
  });
});

describe("jours ouvrables", () => {
  it.each([
    ["Saturday counts", "2026-09-05", true],
    ["Sunday does not", "2026-09-06", false],
    ["14 July does not", "2026-07-14", false],
    ["Whit Monday does not", "2026-05-25", false],
  ])("%s", (_what, day, working) => {
    expect(isWorkingDay(day)).toBe(working);
  });
  it("Good Friday: only in Alsace and Moselle", () => {
    expect([isWorkingDay("2026-04-03"), isWorkingDay("2026-04-03", true)]).toEqual([true, false]);
  });
  it.each([
    ["over a Sunday", "2026-09-01", 5, "2026-09-07"],
    ["from a Saturday", "2026-09-05", 5, "2026-09-11"],
    ["from a Sunday", "2026-09-06", 5, "2026-09-11"],
    ["over Easter Monday", "2026-04-01", 5, "2026-04-08"],
    ["over All Saints, a Sunday in 2026", "2026-10-29", 5, "2026-11-04"],
    ["over 11 November", "2026-11-09", 5, "2026-11-16"],
    ["over Christmas and New Year", "2026-12-22", 8, "2027-01-02"],
    ["none", "2026-09-01", 0, "2026-09-01"],
  ])("%s", (_what, from, count, day) => {
    expect(addWorkingDays(from, count)).toBe(day);
  });
  it("in Alsace and Moselle", () => {
    expect(addWorkingDays("2026-12-22", 5, true)).toBe("2026-12-30");
    expect(addWorkingDays("2026-12-22", 5)).toBe("2026-12-29");
  });
});
