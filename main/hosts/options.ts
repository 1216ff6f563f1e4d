import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import packageJson from "../../package.json" with { type: "json" };
import { Sentence } from "../errors.ts";

export const version: string = packageJson.version;

export interface HostOptions {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly demo: boolean;
  readonly port: number;
  readonly open: boolean;
}

/** The user’s data folder of each system; the demonstration has one of its own. */
export const defaultDataDir = (
  demo: boolean,
  env: NodeJS.ProcessEnv = process.env,
  platform = process.platform,
): string => {
  const name = demo ? "Cactus-demo" : "Cactus";
  if (platform === "win32") return join(env.APPDATA ?? join(homedir(), "AppData", "Roaming"), name);
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", name);
  return join(env.XDG_DATA_HOME ?? join(homedir(), ".local", "share"), name);
};

/** `CACTUS_DATABASE=postgres://…` selects PostgreSQL; otherwise a SQLite file in the data folder. */
export const databaseUrlFor = (dataDir: string, env: NodeJS.ProcessEnv = process.env): string =>
  env.CACTUS_DATABASE || `sqlite:${join(dataDir, "cactus.db")}`;

export class OptionError extends Sentence {}

const OURS = /^--(data|port)(=|$)|^--(demo|no-open)$/;
const TAKES_VALUE = /^--(data|port)$/;

/**
 * `--data DIR --demo --port N --no-open`; anything else is refused. `foreign` lets other switches by: Electron, the
 * system and the updater add theirs to the command line.
 */
export const readOptions = (
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  foreign = false,
): HostOptions => {
  let values: { data?: string; demo?: boolean; port?: string; "no-open"?: boolean };
  const known = foreign
    ? args.filter((arg, at) => OURS.test(arg) || TAKES_VALUE.test(args[at - 1] ?? ""))
    : args;
  try {
    ({ values } = parseArgs({
      args: [...known],
      options: {
        data: { type: "string" },
        demo: { type: "boolean" },
        port: { type: "string" },
        "no-open": { type: "boolean" },
      },
    }));
  } catch {
    throw new OptionError(
      "Option inconnue. Options possibles\u00a0: --data DOSSIER, --demo, --port N, --no-open.",
    );
  }
  const port = values.port === undefined ? 0 : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new OptionError("--port attend un nombre entre 0 et 65535.");
  const demo = values.demo ?? false;
  const dataDir = resolve(values.data ?? defaultDataDir(demo, env));
  return {
    dataDir,
    databaseUrl: databaseUrlFor(dataDir, env),
    demo,
    port,
    open: !(values["no-open"] ?? false),
  };
};
