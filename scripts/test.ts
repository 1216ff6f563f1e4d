import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildElectron, buildRenderer } from "./build.ts";
import { startPostgres } from "./postgres.ts";
import { removeFolder } from "./remove-folder.ts";
import { ensureTools, type SystemTools } from "./system.ts";

/**
 * `npm test`: types, lint, unit tests, integration on SQLite and a real PostgreSQL, journeys (the staff application on
 * both its hosts: Node, and Electron or, where its binary is not present, Electron’s stand-in); what the machine lacks
 * is found or installed first. Ends with « N passed, N failed ».
 * `--only unit|integration|journeys` runs one part.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name: string): string => join(root, "node_modules", ".bin", name);
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : undefined;
const wants = (part: string): boolean => only === undefined || only === part;
const reports = mkdtempSync(join(tmpdir(), "cactus-tests-"));

let passed = 0;
let failed = 0;
const run = (command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number =>
  spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1;

/** A check without a count of its own counts for one. */
const check = (name: string, args: readonly string[]): void => {
  process.stdout.write(`\n# ${name}\n`);
  if (run(bin(name), args) === 0) passed += 1;
  else failed += 1;
};

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
}
const vitest = (project: string, env: NodeJS.ProcessEnv = {}): void => {
  process.stdout.write(`\n# ${project} tests\n`);
  const out = join(reports, `${project}.json`);
  const status = run(
    bin("vitest"),
    ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${out}`],
    env,
  );
  if (!existsSync(out)) {
    failed += 1;
    return;
  }
  const report = JSON.parse(readFileSync(out, "utf8")) as VitestReport;
  passed += report.numPassedTests;
  // A suite that could not even load has no failed test of its own.
  failed +=
    report.numFailedTests > 0 || status === 0
      ? report.numFailedTests
      : Math.max(1, report.numFailedTestSuites);
};

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}
const journeys = (tools: SystemTools, env: NodeJS.ProcessEnv): void => {
  const { electron } = tools;
  process.stdout.write(
    `\n# journeys (staff application under Node, and ${electron ? "in Electron" : "on Electron’s stand-in"})\n`,
  );
  const out = join(reports, "journeys.json");
  const command = [bin("playwright"), "test"];
  const [program = "", ...args] = electron?.virtualDisplay ? ["xvfb-run", "-a", ...command] : command;
  const status = run(program, args, {
    ...env,
    ...(electron ? { CACTUS_ELECTRON: electron.path } : {}),
    CACTUS_CHROMIUM: tools.chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: out,
  });
  if (!existsSync(out)) {
    failed += 1;
    return;
  }
  const { stats } = JSON.parse(readFileSync(out, "utf8")) as PlaywrightReport;
  passed += stats.expected + stats.flaky;
  failed += stats.unexpected > 0 || status === 0 ? stats.unexpected : 1;
};

if (only === undefined) {
  check("tsc", ["--noEmit"]);
  check("biome", ["check", "."]);
}
if (wants("unit")) vitest("unit");
if (wants("integration") || wants("journeys")) {
  const tools = ensureTools();
  const postgres = await startPostgres(tools.postgres);
  const stop = (): Promise<void> => postgres.stop();
  process.once("SIGINT", () => void stop().finally(() => process.exit(1)));
  try {
    const env = { CACTUS_TEST_POSTGRES: postgres.url };
    await buildRenderer();
    if (wants("integration")) vitest("integration", env);
    if (wants("journeys")) {
      await buildElectron();
      journeys(tools, env);
    }
  } finally {
    await stop();
  }
}
await removeFolder(reports);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
