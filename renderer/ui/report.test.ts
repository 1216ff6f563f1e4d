import { ORPCError } from "@orpc/client";
import { describe, expect, it, vi } from "vitest";
import type { RapportEcran } from "../../shared/catalogues/incidents.ts";
import { createReport, placesOf, watchPage } from "./report.ts";

const origin = "app://cactus";
const NIR = "2 05 01 75 012 345 67";
const failing = (stack: string, message = NIR): Error => Object.assign(new TypeError(message), { stack });

describe("a failure of the page", () => {
  it.each([
    [
      "Chromium",
      `TypeError: ${NIR}\n    at Camille (${origin}/assets/staff-a1.js:3:14)\n    at ${origin}/assets/b.js:1:2`,
    ],
    ["Firefox", `Camille@${origin}/assets/staff-a1.js:3:14\n@${origin}/assets/b.js?v=${NIR.slice(0, 1)}:1:2`],
  ])("is told by its places in our files, as %s writes them", (_browser, stack) => {
    expect(placesOf(failing(stack), origin)).toEqual([
      { fichier: "assets/staff-a1.js", ligne: 3, colonne: 14 },
      { fichier: "assets/b.js", ligne: 1, colonne: 2 },
    ]);
  });

  it("tells nothing of a message that imitates places, nor of the files of others", () => {
    const message = `x\n    at y (${origin}/assets/${NIR.replaceAll(" ", "")}.js:1:1)`;
    expect(
      placesOf(failing(`TypeError: ${message}\n    at z (chrome-extension://a/b.js:1:1)`, message), origin),
    ).toEqual([]);
  });

  it("holds no word of the error", async () => {
    const told: RapportEcran[] = [];
    const report = createReport(async (one) => {
      told.push(one);
      return { reference: "7F3A-22" };
    }, origin);
    const error = Object.assign(new Error(NIR), { name: NIR });
    expect(await report("rendu", error)).toBe("7F3A-22");
    expect(told).toMatchObject([{ nature: "rendu", type: "inconnu" }]);
    expect(JSON.stringify(told)).not.toContain(NIR);
  });

  it("has no reference when nobody could be told, and is told a bounded number of times", async () => {
    const tell = vi.fn(async () => {
      throw new Error("offline");
    });
    const report = createReport(tell, origin);
    for (let n = 0; n < 50; n++) expect(await report("script", new Error("x"))).toBeUndefined();
    expect(tell.mock.calls.length).toBe(10);
  });

  it("that nobody caught is said with its reference; what a call answered is not one", async () => {
    const page = new EventTarget();
    const said = vi.fn();
    const report = vi.fn(async () => "7F3A-22");
    watchPage(page as never, report, said);
    const event = (type: string, fields: object) =>
      page.dispatchEvent(Object.assign(new Event(type), fields));
    event("error", { error: null });
    event("unhandledrejection", { reason: new ORPCError("CONFLIT") });
    event("unhandledrejection", { reason: new DOMException("", "AbortError") });
    expect(report).not.toHaveBeenCalled();
    event("error", { error: new TypeError("x") });
    event("unhandledrejection", { reason: "y" });
    await vi.waitFor(() => expect(said.mock.calls).toEqual([["7F3A-22"], ["7F3A-22"]]));
  });
});
