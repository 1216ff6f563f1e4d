import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { phraseIncident } from "../../../shared/catalogues/incidents.ts";
import { type AppSettings, type Core, createCore } from "../../app.ts";
import type { Actor } from "../../deps.ts";
import { Sentence } from "../../errors.ts";
import { recordIncident } from "../../incident.ts";
import type { Log } from "../../log.ts";
import { openLog } from "../../log-file.ts";
import { createFileKeychain } from "../node/keychain.ts";
import { databaseUrlFor, defaultDataDir, version } from "../options.ts";
import { sayAndExit, watchProcess } from "../process-faults.ts";
import { knownSentence } from "./failure.ts";

export interface DataOption {
  readonly data?: string;
}
/** The CLI acts as an administrator through its own door: everything it does is in the history as « Ligne de commande ». */
export const cliActor: Actor = {
  nom: "Ligne de commande",
  role: "administrateur",
  porte: "cli",
  formations: [],
};

/** A French sentence on stderr and a non-zero code. */
export class CliError extends Sentence {}

/** Opens the application core on a data folder, and closes it whatever happens. */
export const withCore = async <T>(
  options: DataOption,
  work: (core: Core) => Promise<T>,
  mayCreate = false,
): Promise<T> => {
  const dataDir = resolve(options.data ?? defaultDataDir(false));
  const databaseUrl = databaseUrlFor(dataDir);
  // A mistyped folder must not become a new, empty CFA.
  if (!mayCreate && databaseUrl.startsWith("sqlite:") && !existsSync(databaseUrl.slice("sqlite:".length)))
    throw new CliError(
      `Il n’y a pas de base Cactus dans ${dataDir}\u00a0: vérifiez --data, ou lancez d’abord l’application.`,
    );
  const log = openLog(dataDir, "cli");
  watchProcess(log, sayAndExit);
  try {
    return await onCore({ dataDir, databaseUrl, log }, work);
  } catch (error) {
    if (knownSentence(error) !== undefined) throw error;
    throw new CliError(phraseIncident(recordIncident(log, error, { lieu: "ligne-de-commande" })));
  }
};

const onCore = async <T>(
  place: Pick<AppSettings, "dataDir" | "databaseUrl"> & { log: Log },
  work: (core: Core) => Promise<T>,
): Promise<T> => {
  const core = await createCore({
    ...place,
    demo: false,
    host: "cli",
    version,
    keychain: createFileKeychain(place.dataDir),
  });
  try {
    return await work(core);
  } finally {
    await core.close();
  }
};

export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
export const printJson = (value: unknown): void => print(JSON.stringify(value));
