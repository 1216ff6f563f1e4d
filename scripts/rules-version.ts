import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * `npm run rules:version`: the version of the rules, one more whenever a source that can change a judgement has
 * changed. Run it before committing and after a merge, even one that left conflict marks in its two files.
 */
const ROOT = join(import.meta.dirname, "..");
const CONSTANT = "shared/rules/version.ts";
const LOCK = "shared/rules/version.lock.json";

export interface Lock {
  readonly version: number;
  readonly hash: string;
}

/** What judges: rules and schema, code and tables; neither tests nor the version itself. */
export const rulesSources = (root = ROOT): readonly string[] =>
  globSync("shared/{rules,dossier}/**/*.{ts,json}", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/\.(test|fixture)\.(ts|json)$/.test(path) && path !== CONSTANT && path !== LOCK)
    .sort();

/** Names and contents, the same on every system whatever its line ends. */
export const rulesHash = (root = ROOT): string => {
  const hash = createHash("sha256");
  for (const path of rulesSources(root))
    hash.update(`${path}\0${readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n")}\0`);
  return hash.digest("hex");
};

/** Undefined when it cannot be read: absent, or two branches at once. */
export const readLock = (root = ROOT): Lock | undefined => {
  try {
    return JSON.parse(readFileSync(join(root, LOCK), "utf8")) as Lock;
  } catch {
    return undefined;
  }
};

/** Writes the version and its hash when the sources have changed; the version in force either way. */
export const updateRulesVersion = (root = ROOT): Lock & { readonly changed: boolean } => {
  const source = readFileSync(join(root, CONSTANT), "utf8");
  const known = [...source.matchAll(/RULES_VERSION = (\d+)/g)].map((match) => Number(match[1]));
  const lock = readLock(root);
  const hash = rulesHash(root);
  if (lock?.hash === hash && known.length === 1 && known[0] === lock.version)
    return { ...lock, changed: false };
  const version = Math.max(0, lock?.version ?? 0, ...known) + 1;
  const words = /\/\*\*.*?\*\/\n/s.exec(source.replace(/^[<=>|]{7}.*\n/gm, ""))?.[0] ?? "";
  writeFileSync(join(root, CONSTANT), `${words}export const RULES_VERSION = ${version};\n`);
  writeFileSync(join(root, LOCK), `${JSON.stringify({ version, hash }, undefined, 2)}\n`);
  return { version, hash, changed: true };
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { version, changed } = updateRulesVersion();
  process.stdout.write(
    changed ? `Rules: now version ${version}.\n` : `Rules: unchanged, version ${version}.\n`,
  );
}
