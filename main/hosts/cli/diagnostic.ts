import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { openStore } from "../../../db/open.ts";
import type { Store } from "../../../db/ports.ts";
import { createSecretBox } from "../../../db/secret-box.ts";
import { type Diagnosed, makeDiagnostic } from "../../admin/diagnostic.ts";
import { keyIfAny } from "../../app.ts";
import { openLog } from "../../log-file.ts";
import { createFileKeychain } from "../node/keychain.ts";
import { databaseUrlFor, defaultDataDir, version } from "../options.ts";
import { CliError, type DataOption, print } from "./context.ts";
import { writeFileAtomic } from "./write-file.ts";

/** Looks without writing: no file, no key is made, a database to be migrated stays as it is. */
const openToLook = async (dataDir: string, url: string): Promise<Store> => {
  const keychain = existsSync(join(dataDir, "cle")) ? createFileKeychain(dataDir) : undefined;
  // Without its key (in the system’s keychain, say), what is sealed is counted as unreadable; the rest is looked at.
  const key = (await keyIfAny(keychain)) ?? randomBytes(32);
  return openStore({ url, secrets: createSecretBox(key), readOnly: true });
};

/** A diagnostic of this data folder, whether or not its database can be opened. */
export const diagnosticCommand = async (options: DataOption & { out: string }): Promise<void> => {
  const dataDir = resolve(options.data ?? defaultDataDir(false));
  if (!existsSync(dataDir)) throw new CliError(`Le dossier ${dataDir} n’existe pas\u00a0: vérifiez --data.`);
  const databaseUrl = databaseUrlFor(dataDir);
  const common: Pick<Diagnosed, "config" | "log" | "now"> = {
    config: { dataDir, databaseUrl, demo: false, host: "cli", version },
    log: openLog(dataDir, "cli"),
    now: () => new Date(),
  };
  const store = await openToLook(dataDir, databaseUrl).catch((fermee: unknown) => ({ fermee }));
  const opened = "fermee" in store ? undefined : store;
  try {
    const { contenu } = await makeDiagnostic({
      ...common,
      ...(opened ? { store: opened } : store),
    } as Diagnosed);
    await writeFileAtomic(resolve(options.out), contenu);
  } finally {
    await opened?.close();
  }
  print(resolve(options.out));
};
