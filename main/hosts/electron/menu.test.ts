import type { MenuItemConstructorOptions } from "electron";
import { describe, expect, it, vi } from "vitest";
import { type MenuGestures, menuTemplate } from "./menu.ts";

const gestures = () => ({
  command: vi.fn(),
  goTo: vi.fn(),
  zoom: vi.fn(),
  reload: vi.fn(),
  lookForUpdate: vi.fn(),
  openLogs: vi.fn(),
  saveDiagnostic: vi.fn(),
  about: vi.fn(),
});
const none: MenuGestures = gestures();

const itemsOf = (template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((one) => [one, ...(Array.isArray(one.submenu) ? itemsOf(one.submenu) : [])]);

describe("the menu", () => {
  it("has developer tools only outside the package", () => {
    expect(JSON.stringify(menuTemplate("win32", true, none))).not.toContain("toggleDevTools");
    expect(JSON.stringify(menuTemplate("win32", false, none))).toContain("Outils de développement");
  });

  it.each(["win32", "darwin", "linux"] as const)(
    "%s: every item is named in French, no shortcut twice",
    (platform) => {
      const items = itemsOf(menuTemplate(platform, true, none)).filter(({ type }) => type !== "separator");
      expect(items.filter(({ label }) => !label)).toEqual([]);
      const shortcuts = items.flatMap(({ accelerator }) => (accelerator ? [String(accelerator)] : []));
      expect(new Set(shortcuts).size).toBe(shortcuts.length);
      for (const wanted of ["Imprimer…", "Réglages…", "Plein écran", "Guide de Cactus", "À propos de Cactus"])
        expect(items.filter(({ label }) => label === wanted)).toHaveLength(1);
    },
  );

  it("puts things where each system’s users look for them", () => {
    const labels = (platform: NodeJS.Platform) =>
      menuTemplate(platform, true, none).map(({ label }) => label);
    expect(labels("darwin")).toEqual([
      "Cactus",
      "Fichier",
      "Édition",
      "Affichage",
      "Aller",
      "Fenêtre",
      "Aide",
    ]);
    expect(labels("win32")).toEqual(["Fichier", "Édition", "Affichage", "Aller", "Fenêtre", "Aide"]);
  });

  it("each item does one thing of ours", () => {
    const calls = gestures();
    const items = itemsOf(menuTemplate("win32", true, calls)).filter(({ click }) => click);
    for (const { click } of items) (click as () => void)();
    const done = Object.values(calls).reduce((sum, { mock }) => sum + mock.calls.length, 0);
    expect(done).toBe(items.length);
    for (const [name, call] of Object.entries(calls)) expect(call, name).toHaveBeenCalled();
  });
});
