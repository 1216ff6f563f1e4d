import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RULES_VERSION } from "../shared/rules/version.ts";
import { readLock, rulesHash, rulesSources, updateRulesVersion } from "./rules-version.ts";

describe("the version of the rules", () => {
  it("stands for the sources as they are", () => {
    expect(
      readLock(),
      "shared/rules or shared/dossier has changed: run `npm run rules:version` and commit what it writes.",
    ).toEqual({ version: RULES_VERSION, hash: rulesHash() });
  });
  it("covers rules and schema, code and tables, and no test", () => {
    const sources = rulesSources();
    for (const path of [
      "shared/rules/pay/rules.ts",
      "shared/dossier/layout.ts",
      "shared/dossier/nomenclatures/data/smic.json",
    ])
      expect(sources).toContain(path);
    expect(sources.filter((path) => /test|fixture|snap|version/.test(path))).toEqual([]);
  });
});

describe("npm run rules:version", () => {
  let root: string;
  const put = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const constant = () => readFileSync(join(root, "shared/rules/version.ts"), "utf8");
  const written = (version: number) => `/** Words. */\nexport const RULES_VERSION = ${version};\n`;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "cactus-rules-"));
    put("shared/rules/version.ts", written(4));
    put("shared/rules/ages.ts", "export const minimum = 15;\n");
    put("shared/dossier/data/smic.json", "[]\n");
    updateRulesVersion(root);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("writes the constant and its lock", () => {
    expect(constant()).toBe(written(5));
    expect(readLock(root)).toEqual({ version: 5, hash: rulesHash(root) });
  });
  it.each([
    ["a rule", "shared/rules/ages.ts", "export const minimum = 16;\n"],
    ["a new file", "shared/rules/pay/rows.ts", "export {};\n"],
    ["a table", "shared/dossier/data/smic.json", "[1]\n"],
  ])("one more for %s, once", (_what, path, content) => {
    put(path, content);
    expect(updateRulesVersion(root)).toMatchObject({ version: 6, changed: true });
    expect(updateRulesVersion(root)).toMatchObject({ version: 6, changed: false });
    expect(constant()).toBe(written(6));
  });
  it.each([
    ["a test", "shared/rules/ages.test.ts", "test"],
    ["a fixture", "shared/dossier/boxes.fixture.json", "{}"],
    ["words", "shared/dossier/README.md", "words"],
    ["the line ends of Windows", "shared/rules/ages.ts", "export const minimum = 15;\r\n"],
  ])("the same for %s", (_what, path, content) => {
    put(path, content);
    expect(updateRulesVersion(root)).toMatchObject({ version: 5, changed: false });
  });
  it("settles a merge that left its marks: above both versions", () => {
    const both = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> h3\n`;
    put(
      "shared/rules/version.ts",
      `/** Words. */\n${both("export const RULES_VERSION = 7;\n", "export const RULES_VERSION = 9;\n")}`,
    );
    put("shared/rules/version.lock.json", both('{"version":7}\n', '{"version":9}\n'));
    expect(updateRulesVersion(root)).toMatchObject({ version: 10, changed: true });
    expect(constant()).toBe(written(10));
    expect(readLock(root)).toEqual({ version: 10, hash: rulesHash(root) });
  });
});
