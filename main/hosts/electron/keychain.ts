import { existsSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Keychain } from "../../deps.ts";
import { Sentence } from "../../errors.ts";
import { writeFileAtomic } from "../cli/write-file.ts";
import type { ElectronModule } from "./electron.ts";

const where: Readonly<Record<string, string>> = {
  darwin: "le trousseau de macOS",
  win32: "la protection des données de Windows (DPAPI)",
  linux: "le trousseau de la session",
};

/**
 * Secrets encrypted by the system’s keychain (the async API: the synchronous one goes away). On a Linux session
 * without a keyring the « encryption » would be plain text: refused, and said.
 */
export const createSystemKeychain = async (
  safeStorage: ElectronModule["safeStorage"],
  dataDir: string,
  platform = process.platform,
): Promise<Keychain> => {
  if (platform === "linux" && safeStorage.getSelectedStorageBackend() === "basic_text")
    throw new Sentence(
      "Cette session n’a pas de trousseau (GNOME Keyring ou KWallet)\u00a0: ouvrez-en un, ou lancez Cactus avec CACTUS_HOST=node.",
    );
  if (!(await safeStorage.isAsyncEncryptionAvailable()))
    throw new Sentence(
      "Le trousseau du système est indisponible\u00a0: déverrouillez votre session, puis relancez Cactus.",
    );
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, "secrets-systeme.json");
  const read = (): Record<string, string> =>
    existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, string>) : {};
  const write = (secrets: Record<string, string>): Promise<void> =>
    writeFileAtomic(path, new TextEncoder().encode(JSON.stringify(secrets)));
  const set = async (name: string, value: string | undefined): Promise<void> => {
    const sealed =
      value === undefined ? undefined : (await safeStorage.encryptStringAsync(value)).toString("base64");
    const { [name]: _former, ...rest } = read();
    await write(sealed === undefined ? rest : { ...rest, [name]: sealed });
  };
  return {
    protection: `Les secrets sont chiffrés par ${where[platform] ?? "le trousseau du système"}.`,
    get: async (name) => {
      const sealed = read()[name];
      if (sealed === undefined) return undefined;
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(sealed, "base64"));
      if (shouldReEncrypt) await set(name, result);
      return result;
    },
    set,
  };
};
