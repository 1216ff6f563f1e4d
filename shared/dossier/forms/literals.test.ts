import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
/** Where a version may be named: its folder, the boxes declared with the fields. */
const allowed = /^shared\/dossier\/(forms|fields)\//;
const literal = /["'`](10103|12434)\*/;
/** What a rule cites. */
const cited = /^\s*(article|source):/;

it("no code names a form version: it takes it as an argument", () => {
  const files = globSync("{shared,db,main,templates,preload,renderer,scripts}/**/*.{ts,tsx}", { cwd: root });
  expect(files.length).toBeGreaterThan(300);
  const found = files
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !allowed.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))
    .flatMap((file) =>
      readFileSync(join(root, file), "utf8")
        .split("\n")
        .flatMap((line, index) =>
          literal.test(line) && !cited.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
  expect(found).toEqual([]);
});

it("only the forms read a field’s own boxes and names", () => {
  const files = globSync("{shared,db,main,templates,renderer}/**/*.{ts,tsx}", { cwd: root });
  const found = files
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !allowed.test(file) && !file.includes(".test."))
    .filter((file) => /\.(box|alias)\??\.?\[/.test(readFileSync(join(root, file), "utf8")));
  expect(found).toEqual([]);
});
