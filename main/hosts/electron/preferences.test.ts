import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openPreferences } from "./preferences.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cactus-preferences-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("what the workstation remembers", () => {
  it("is there again at the next start", async () => {
    const first = openPreferences(folder);
    first.change({ dossierEnregistrement: "/home/eva/Documents" });
    first.change({ dernierEcran: "1366x728@1+0+0" });
    await first.settled();
    expect(openPreferences(folder).now).toEqual({
      ecrans: {},
      dossierEnregistrement: "/home/eva/Documents",
      dernierEcran: "1366x728@1+0+0",
    });
  });

  it.each(["", "{", "[]", '{"ecrans":{"x":{"x":"a"}}}', "null"])("starts afresh from %j", (text) => {
    writeFileSync(join(folder, "poste.json"), text);
    expect(openPreferences(folder).now).toEqual({ ecrans: {} });
  });

  it("a folder that cannot be written loses a habit, and nothing else", async () => {
    writeFileSync(join(folder, "file"), "");
    const preferences = openPreferences(join(folder, "file"));
    preferences.change({ dernierEcran: "x" });
    await preferences.settled();
    expect(preferences.now.dernierEcran).toBe("x");
    expect(readFileSync(join(folder, "file"), "utf8")).toBe("");
  });
});
