import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import type { Keychain } from "../../deps.ts";
import { Sentence } from "../../errors.ts";

/** Written under a temporary name, fsynced, then put in place: never a half file, never readable by others. */
const writeAtomic = (path: string, bytes: Buffer | string, exclusive = false): void => {
  const temporary = `${path}.${randomUUID()}.tmp`;
  const handle = openSync(temporary, "wx", 0o600);
  try {
    writeSync(handle, bytes as string);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    // Two first starts at once: the first key stays, the second start reads it.
    if (exclusive) linkSync(temporary, path);
    else renameSync(temporary, path);
  } catch (error) {
    if (!(exclusive && existsSync(path))) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
};

/**
 * Secrets of a workstation without an OS keychain: a 0600 key file beside the data, and a file of secrets encrypted
 * with it (AES-256-GCM). It protects a copied backup, not an open session: Réglages say so.
 */
export const createFileKeychain = (dataDir: string): Keychain => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const keyPath = join(dataDir, "cle");
  const secretsPath = join(dataDir, "secrets");
  if (!existsSync(keyPath)) writeAtomic(keyPath, randomBytes(32).toString("base64"), true);
  const key = Buffer.from(readFileSync(keyPath, "utf8"), "base64");
  if (key.length !== 32)
    throw new Sentence(
      "Le fichier «\u00a0cle\u00a0» du dossier de données est abîmé\u00a0: restaurez-le avec la base.",
    );

  const read = (): Record<string, string> => {
    if (!existsSync(secretsPath)) return {};
    const bytes = readFileSync(secretsPath);
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAuthTag(
      bytes.subarray(12, 28),
    );
    return JSON.parse(
      Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8"),
    ) as Record<string, string>;
  };
  const write = (secrets: Record<string, string>): void => {
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", key, iv);
    const body = Buffer.concat([cipher.update(JSON.stringify(secrets), "utf8"), cipher.final()]);
    writeAtomic(secretsPath, Buffer.concat([iv, cipher.getAuthTag(), body]));
  };
  return {
    protection:
      "Les secrets sont chiffrés dans le dossier de données, avec une clé lisible par votre seul compte.",
    get: async (name) => read()[name],
    set: async (name, value) => {
      const { [name]: _former, ...rest } = read();
      write(value === undefined ? rest : { ...rest, [name]: value });
    },
  };
};
