import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chemin } from "../../../shared/api/poste/index.ts";
import { helpPageFor, helpPathFor, partPages, routePages, tabPages } from "./help-path.ts";
import { isPageId } from "./sommaire.ts";

const staff = join(import.meta.dirname, "..");
const read = (path: string): string => readFileSync(join(staff, path), "utf8");
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] as string);

describe("F1 has a page for", () => {
  it("each route of the application, and no route that is gone", () => {
    const routes = all(read("app.tsx"), /<Route\s+path="([^"]+)"/g);
    expect(routes.length).toBeGreaterThan(8);
    expect(Object.keys(routePages).sort()).toEqual(routes.sort());
  });

  it("each tab that follows a dossier", () => {
    const tabs = all(read("dossier/index.tsx"), /\{ id: "(\w+)", label/g);
    expect(tabs.length).toBeGreaterThan(3);
    for (const tab of tabs) expect(Object.keys(tabPages)).toContain(tab);
  });

  it("each part of Réglages", () => {
    const parts = all(read("reglages/parts.ts"), /\bid: "(\w+)"/g);
    expect(Object.keys(partPages).sort()).toEqual(parts.sort());
  });
});

describe("helpPathFor", () => {
  it.each([
    ["/", "/aide/tableau-de-bord"],
    ["/dossiers?etats=demande&tri=nom", "/aide/trouver-un-dossier"],
    ["/dossiers/0198-7", "/aide/lire-un-dossier"],
    ["/dossiers/0198-7?onglet=economie", "/aide/revue-economique"],
    ["/dossiers/0198-7?onglet=suivi", "/aide/suivi-info"],
    ["/dossiers/0198-7?onglet=constructor", "/aide/lire-un-dossier"],
    ["/formations/nouvelle", "/aide/creer-une-formation"],
    ["/formations", "/aide/formations"],
    ["/reglages/donnees", "/aide/sauvegarder"],
    ["/reglages/toString", "/aide/reglages-cfa"],
    ["/reglages", "/aide/reglages-cfa"],
    ["/aide", "/aide/utiliser-l-aide"],
    ["/aide/relancer", "/aide/utiliser-l-aide"],
    ["/nulle/part/ici", "/aide/bienvenue"],
  ])("%s: %s", (path, help) => {
    expect(helpPathFor(path)).toBe(help);
    expect(isPageId(helpPageFor(path))).toBe(true);
    expect(chemin.safeParse(help).success).toBe(true);
  });
});
