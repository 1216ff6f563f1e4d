import { describe, expect, it } from "vitest";
import { menuTemplate } from "./menu.ts";

describe("the menu", () => {
  it("is French, with developer tools only outside the package", () => {
    expect(JSON.stringify(menuTemplate("win32", true))).not.toContain("toggleDevTools");
    expect(JSON.stringify(menuTemplate("win32", false))).toContain("Outils de développement");
    expect(menuTemplate("darwin", true)[0]?.label).toBe("Cactus");
  });
});
