import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildElectron } from "../../../scripts/build.ts";
import { answers, audit, compare, type Finding } from "../../../scripts/electron-audit.ts";
import { removeFolder } from "../../../scripts/remove-folder.ts";

/** docs/electron-securite.md answers what the analyser finds, line by line, and nothing else. */
const root = join(import.meta.dirname, "..", "..", "..");
const out = join("dist", `audit-${process.pid}`);
let findings: readonly Finding[];
beforeAll(async () => {
  mkdirSync(join(root, "dist"), { recursive: true });
  await buildElectron(out);
  findings = audit(join(root, out));
}, 900_000);
afterAll(() => removeFolder(join(root, out)));

it("each finding has its answer, and each answer its finding", () => {
  expect(compare(findings, answers())).toEqual({ unanswered: [], stale: [] });
  // It did read the host: what it always finds there is there, in the sources and in the bundle.
  const opened = findings.filter(({ check }) => check === "OPEN_EXTERNAL_JS_CHECK");
  expect(opened.map(({ place }) => place.split(":")[0])).toEqual([
    "main/hosts/electron/guards.ts",
    expect.stringMatching(/^[^/]+\.js$/),
  ]);
});

it("a finding that nobody answered, or an answer to nothing, is told", () => {
  const answer = { check: "A_CHECK", fragment: "open(url)" };
  const finding = { check: "B_CHECK", sample: "other(url);", place: "main/x.ts:1" };
  expect(compare([finding], [answer])).toEqual({ unanswered: [finding], stale: [answer] });
  const found = { check: "A_CHECK", sample: "void open(url);", place: "main/y.ts:2" };
  expect(compare([found], [answer])).toEqual({ unanswered: [], stale: [] });
});
