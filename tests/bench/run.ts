import { mkdtemp } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolder } from "../../scripts/remove-folder.ts";
import { databaseBenches } from "./database.ts";
import { documentBenches } from "./documents.ts";
import type { Measure } from "./measure.ts";
import { portalBench } from "./portal.ts";

/**
 * `npm run bench -- --json`: ratios against floors measured in the same run, seeded. Prints
 * `[{"name","ratio","goal","unit","figures"}]`. Never part of the tests: nothing fails on a time.
 */
const json = process.argv.includes("--json");
const count = Number(process.argv.find((arg) => arg.startsWith("--dossiers="))?.split("=")[1] ?? 100_000);
const folder = await mkdtemp(join(tmpdir(), "cactus-bench-"));
const report: Measure[] = [];
try {
  report.push(...(await databaseBenches(folder, count)));
  report.push(...(await documentBenches()));
  report.push(await portalBench());
} finally {
  await removeFolder(folder);
}
if (json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
else {
  process.stdout.write(`${cpus()[0]?.model ?? ""}, Node ${process.version}, ${count} dossiers\n`);
  for (const one of report)
    process.stdout.write(
      `${one.name}: ${one.ratio} (goal ≤ ${one.goal}); ours ${one.figures.oursP50Ms} ms, floor ${one.figures.floorP50Ms} ms\n`,
    );
}
process.exit(0);
