import { describe, expect, it } from "vitest";
import { errorCodes, errors, isErrorCode } from "./errors.ts";

describe("errors", () => {
  it.each(errorCodes)("%s is a refusal with a French sentence", (code) => {
    const { status, phrase } = errors[code];
    expect(status).toBeGreaterThanOrEqual(400);
    expect(phrase).toMatch(/^[A-ZÉ].*\.$/);
    expect(phrase).not.toMatch(/[^\u00a0\u202f] ?[:;!?](\s|$)/);
  });
  it("knows its codes and nobody else’s", () => {
    expect(isErrorCode("CONFLIT")).toBe(true);
    for (const other of ["toString", "BAD_REQUEST", undefined]) expect(isErrorCode(other)).toBe(false);
  });
});
