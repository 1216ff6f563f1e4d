import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name) && !/\.test\.tsx?$/.test(one.name))
    .map((one) => join(one.parentPath, one.name));

describe("post", () => {
  it("is the only way into the outbox", () => {
    const callers = ["db", "main", "scripts"]
      .flatMap(sources)
      .filter((path) => /\boutbox\s*\.\s*add\b/.test(readFileSync(path, "utf8")))
      .map((path) => relative(root, path).replaceAll("\\", "/"));
    expect(callers).toEqual(["main/dossier/post.ts"]);
  });
});
