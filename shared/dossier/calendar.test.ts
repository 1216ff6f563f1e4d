import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  addYears,
  ageAt,
  daysBetween,
  firstOfNextMonth,
  formatDate,
  isCalendarDate,
  parts,
  todayInParis,
  weekday,
} from "./calendar.ts";

describe("calendar dates", () => {
  it.each([
    ["2026-09-05", true],
    ["2028-02-29", true],
    ["2026-02-29", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-04-31", false],
    ["1900-01-01", true],
    ["1899-12-31", false],
    ["2100-12-31", true],
    ["2101-01-01", false],
    ["2026-9-5", false],
    ["x2026-09-05", false],
    ["2026-09-05T00:00", false],
    [20260905, false],
    [undefined, false],
  ])("%s is one: %s", (value, expected) => {
    expect(isCalendarDate(value)).toBe(expected);
  });

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-03-31", -13, "2025-02-28"],
    ["2026-08-31", 3, "2026-11-30"],
    ["2026-05-10", 0, "2026-05-10"],
  ])("%s + %i months = %s", (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it("adds days and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-03-29", -1)).toBe("2026-03-28");
    expect(addYears("2028-02-29", 1)).toBe("2029-02-28");
    expect(addYears("2026-09-01", 2)).toBe("2028-09-01");
  });

  it("counts days across daylight saving", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-03-30", "2026-03-28")).toBe(-2);
    expect(daysBetween("2026-01-01", "2027-01-01")).toBe(365);
    expect(daysBetween("2026-05-01", "2026-05-01")).toBe(0);
  });

  it.each([
    ["2008-09-01", "2026-08-31", 17],
    ["2008-09-01", "2026-09-01", 18],
    ["2008-09-15", "2026-09-14", 17],
    ["2008-09-15", "2026-10-01", 18],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
  ])("born %s, on %s is %i", (birth, at, age) => {
    expect(ageAt(birth, at)).toBe(age);
  });

  it("reads and writes", () => {
    expect(firstOfNextMonth("2026-01-31")).toBe("2026-02-01");
    expect(firstOfNextMonth("2026-12-01")).toBe("2027-01-01");
    expect(parts("2026-09-05")).toEqual({ year: 2026, month: 9, day: 5 });
    expect(weekday("2026-09-07")).toBe(1);
    expect(weekday("2026-09-06")).toBe(7);
    expect(formatDate("2026-09-05")).toBe("05/09/2026");
    expect(todayInParis(new Date("2026-06-30T22:30:00Z"))).toBe("2026-07-01");
    expect(todayInParis(new Date("2026-12-31T22:30:00Z"))).toBe("2026-12-31");
    expect(() => addDays("hier", 1)).toThrow(RangeError);
  });
});
