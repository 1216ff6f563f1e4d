import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

/**
 * The rooms of the house and who may look into which, read from the imports themselves: no circle can stand where
 * every arrow goes down. Lint says it as one types; this proves it of the whole.
 */
const root = join(import.meta.dirname, "../..");
const sources = globSync("{main,shared,db,templates,renderer,preload}/**/*.{ts,tsx}", { cwd: root })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => !/\.(test|fixture)\.tsx?$/.test(path));
const importsOf = (path: string): string[] =>
  [...readFileSync(join(root, path), "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g)].map(
    ([, to]) => relative(root, join(root, dirname(path), to as string)).replaceAll("\\", "/"),
  );

/** Composition: what knows every feature, and that no feature knows. */
const composed = new Set(["app.ts", "doors", "hosts", "demo"]);
const partOf = (path: string): string => path.split("/")[1] ?? "";
const isFloor = (path: string): boolean => /^main\/[^/]+\.ts$/.test(path) && partOf(path) !== "app.ts";
const features = [...new Set(sources.filter((path) => /^main\/[^/]+\//.test(path)).map(partOf))].filter(
  (part) => !composed.has(part) && part !== "dossier",
);

/** Whether a file of this part of `main` may import that one. */
const allowed = (from: string, to: string): boolean => {
  if (!to.startsWith("main/")) return /^(db|shared|templates)\//.test(to);
  if (isFloor(to) || partOf(from) === partOf(to)) return true;
  if (isFloor(from)) return false;
  return partOf(from) !== "dossier" && partOf(to) === "dossier";
};
const forbidden = (files: readonly string[], may: (from: string, to: string) => boolean): string[] =>
  files.flatMap((from) =>
    importsOf(from)
      .filter((to) => !may(from, to))
      .map((to) => `${from} → ${to}`),
  );

describe("the rooms", () => {
  it("features: the kernel, the floor, the database, templates, shared; never one another", () => {
    expect(features.length).toBeGreaterThanOrEqual(10);
    const inside = sources.filter((path) => path.startsWith("main/") && features.includes(partOf(path)));
    expect(forbidden(inside, allowed)).toEqual([]);
  });

  it("the kernel stands on the floor alone, and the floor on nothing of main", () => {
    expect(
      forbidden(
        sources.filter((path) => path.startsWith("main/dossier/")),
        allowed,
      ),
    ).toEqual([]);
    expect(forbidden(sources.filter(isFloor), allowed)).toEqual([]);
  });

  it("doors compose features; nobody but a host or the root composes doors", () => {
    const users = sources.filter((from) => importsOf(from).some((to) => to.startsWith("main/doors/")));
    expect(users.filter((from) => !/^main\/(doors|hosts)\/|^main\/app\.ts$/.test(from))).toEqual([]);
  });

  it("the dossier’s screens know neither application; form and look know neither the dossier nor them", () => {
    const below = (room: string, ...above: string[]) =>
      forbidden(
        sources.filter((path) => path.startsWith(`renderer/${room}/`)),
        (_from, to) => !above.some((one) => to.startsWith(`renderer/${one}/`)),
      );
    expect(below("dossier", "staff", "portal")).toEqual([]);
    expect(below("form", "dossier", "staff", "portal")).toEqual([]);
    expect(below("ui", "form", "dossier", "staff", "portal")).toEqual([]);
  });

  it("no file over 400 lines but data", () => {
    const long = globSync("{main,shared,db,templates,renderer,preload,scripts,tests}/**/*.{ts,tsx}", {
      cwd: root,
    })
      .map((path) => [path, readFileSync(join(root, path), "utf8").split("\n").length - 1] as const)
      .filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
  });

  it("a test removes a folder once nothing writes there any more: removeFolder, and nothing else", () => {
    const others = globSync("tests/{integration,faults,journeys,builders,bench}/**/*.ts", {
      cwd: root,
    }).filter((path) => /\brm(Sync)?\([^;]*\brecursive\b/.test(readFileSync(join(root, path), "utf8")));
    expect(others).toEqual([]);
  });
});
