import { ORPCError } from "@orpc/client";
import { describe, expect, it } from "vitest";
import { fieldIssuesOf, frenchError, isOffline } from "./errors.ts";

describe("frenchError", () => {
  it("gives the sentence of the contract as it is", () => {
    const error = new ORPCError("IMPOSSIBLE", { status: 409, message: "La validation est déjà demandée." });
    expect(frenchError(error)).toBe("La validation est déjà demandée.");
    expect(isOffline(error)).toBe(false);
  });
  it.each([
    [new TypeError("Failed to fetch"), /ne répond pas/],
    [new ORPCError("INTERNAL_SERVER_ERROR", { message: "SQLITE_BUSY" }), /erreur inattendue/],
    [new ORPCError("BAD_REQUEST", { message: "Input validation failed" }), /vérifiez votre saisie/],
    ["boom", /erreur inattendue/],
  ])("never shows a technical message (%s)", (error, expected) => {
    expect(frenchError(error)).toMatch(expected);
    expect(frenchError(error)).not.toMatch(/fetch|SQLITE|Input|boom/);
  });
});

describe("fieldIssuesOf", () => {
  it("reads refused and missing fields, and drops what is not one", () => {
    const issue = { champ: "apprentiNom", message: "Indiquez le nom." };
    expect(
      fieldIssuesOf(new ORPCError("SAISIE_INVALIDE", { data: { champs: [issue, { champ: 3 }, null] } })),
    ).toEqual([issue]);
    expect(fieldIssuesOf(new ORPCError("INCOMPLET", { data: { manquants: [issue] } }))).toEqual([issue]);
    expect(fieldIssuesOf(new Error("x"))).toEqual([]);
  });
});
