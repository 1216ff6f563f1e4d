import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `npm run audit:electron`: Electron’s known misconfigurations, looked for by Doyensec’s electronegativity in the sources
 * and in the bundles. Its own four hundred packages stay out of ours: npx fetches it, at this version.
 */
const ANALYSER = "@doyensec/electronegativity@1.10.3";
const root = fileURLToPath(new URL("..", import.meta.url));

export interface Finding {
  /** The analyser’s name of the check. */
  readonly check: string;
  /** The line of code, or « N/A » when it is about the whole application. */
  readonly sample: string;
  readonly place: string;
}
export interface Answer {
  readonly check: string;
  readonly fragment: string;
}

/**
 * Its command hides the files it cannot read when it writes a report; called as a function, it names them. One check is
 * left out: it asks the network which Electron is the newest, and a verdict on our code must not change by itself.
 */
const CALL = `
const { existsSync } = require("node:fs");
const path = require("node:path");
const run = require(process.env.PATH.split(path.delimiter)
  .map((bin) => path.join(bin, "..", "@doyensec", "electronegativity"))
  .find((folder) => existsSync(folder)));
const [, , input, version, out] = process.argv;
run({
  input,
  isRelative: true,
  electronVersionOverride: version,
  excludeFromScan: ["AvailableSecurityFixesGlobalCheck"],
}).then(
  ({ errors, issues }) => {
    require("node:fs").writeFileSync(out, JSON.stringify({ errors, issues }));
    process.exit(0);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
`;
interface Report {
  readonly errors: readonly { file: string; message: string }[];
  readonly issues: readonly {
    id: string;
    file: string;
    sample?: string;
    location: { line: number; column: number };
  }[];
}

/** These places analysed as one application. */
const analyse = (places: readonly string[]): readonly Finding[] => {
  const folder = mkdtempSync(join(tmpdir(), "cactus-audit-"));
  const { version } = createRequire(import.meta.url)("electron/package.json") as { version: string };
  try {
    for (const place of places)
      cpSync(place, join(folder, "app", basename(place)), {
        recursive: true,
        filter: (path) => !path.endsWith(".map"),
      });
    writeFileSync(join(folder, "call.cjs"), CALL);
    const result = spawnSync(
      "npx",
      ["--yes", `--package=${ANALYSER}`, "-c", `node call.cjs app ${version} report.json`],
      // In its own language, it has no translation to fetch.
      { cwd: folder, encoding: "utf8", env: { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "en_US.UTF-8" } },
    );
    if (result.status !== 0) throw new Error(`${ANALYSER}: ${result.stderr?.slice(-2000)}`);
    const { errors, issues } = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as Report;
    // A file that it cannot read is a file that nobody looked at.
    const [unread] = errors;
    if (unread) throw new Error(`${ANALYSER}, ${unread.file}: ${unread.message}`);
    return issues.map(({ id, file, sample, location }) => ({
      check: id,
      sample: sample ?? "N/A",
      place: `${file}:${location.line}`,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * What it finds in the sources, then in what is built of them and speaks to Electron: the other bundles are libraries
 * that know nothing of it.
 */
export const audit = (bundle = join(root, "dist", "electron")): readonly Finding[] => {
  const sources = ["main", "preload", "renderer", "package.json"].map((name) => join(root, name));
  const built = readdirSync(bundle)
    .filter((name) => /\.c?js$/.test(name))
    .map((name) => join(bundle, name))
    .filter((path) => /(from |require\()"electron"/.test(readFileSync(path, "utf8")));
  if (built.length < 2) throw new Error(`${bundle}: neither main process nor preload here`);
  return [...analyse(sources), ...analyse([...built, join(root, "package.json")])];
};

/** Rows of docs/electron-securite.md: `check` | `fragment of the line` | what we say to it. */
export const answers = (): readonly Answer[] =>
  readFileSync(join(root, "docs", "electron-securite.md"), "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, check, fragment, said] = /^\| `(\w+_CHECK)` \| `([^`]+)` \| (.{20,}) \|$/.exec(line) ?? [];
      return check && fragment && said ? [{ check, fragment }] : [];
    });

const about = ({ check, fragment }: Answer, finding: Finding): boolean =>
  finding.check === check && finding.sample.includes(fragment);

/** Findings that nobody answered, and answers to what is no longer found. */
export const compare = (findings: readonly Finding[], given: readonly Answer[]) => ({
  unanswered: findings.filter((finding) => !given.some((answer) => about(answer, finding))),
  stale: given.filter((answer) => !findings.some((finding) => about(answer, finding))),
});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const findings = audit();
  const { unanswered, stale } = compare(findings, answers());
  for (const { check, sample, place } of unanswered)
    process.stderr.write(`sans réponse\u00a0: ${check} ${place} ${sample}\n`);
  for (const { check, fragment } of stale)
    process.stderr.write(`réponse sans objet\u00a0: ${check} ${fragment}\n`);
  process.stdout.write(`${findings.length} constats, ${unanswered.length} sans réponse.\n`);
  process.exitCode = unanswered.length + stale.length > 0 ? 1 : 0;
}
