import { generateKeyPairSync } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { signUpdate, type UpdateDescription } from "../main/hosts/electron/update-signature.ts";

/**
 * Signs what the update server says (`latest.yml`, `latest-mac.yml`, `latest-linux.yml`…), after electron-builder wrote
 * it: an application refuses a version that the publisher’s key did not sign.
 *
 * `node scripts/sign-update.ts [FOLDER]` signs with the secret CACTUS_CLE_PUBLICATION.
 * `node scripts/sign-update.ts --cles` prints a new pair: the secret one, and the public one (CACTUS_CLE_MISES_A_JOUR).
 */
const SIGNATURE = /^signature: .*\n?/m;

/** A description with its signature at the end, instead of any former one. */
export const withSignature = (yml: string, privateKey: string): string => {
  const text = yml.replace(SIGNATURE, "");
  const signature = signUpdate(parse(text) as UpdateDescription, privateKey);
  return `${text.replace(/\n*$/, "\n")}signature: ${signature}\n`;
};

/** Signs every description in the folder; gives their names. */
export const signUpdates = (folder: string, privateKey: string): readonly string[] => {
  const names = readdirSync(folder).filter((name) => /^latest[a-z0-9-]*\.yml$/.test(name));
  if (names.length === 0) throw new Error(`${folder}\u00a0: aucun fichier latest*.yml à signer.`);
  for (const name of names) {
    const path = join(folder, name);
    writeFileSync(path, withSignature(readFileSync(path, "utf8"), privateKey));
  }
  return names;
};

export const newKeys = (): { readonly secrete: string; readonly publique: string } => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519", {
    privateKeyEncoding: { type: "pkcs8", format: "der" },
    publicKeyEncoding: { type: "spki", format: "der" },
  });
  return { secrete: privateKey.toString("base64"), publique: publicKey.toString("base64") };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes("--cles")) {
    const { secrete, publique } = newKeys();
    process.stdout.write(`CACTUS_CLE_PUBLICATION=${secrete}\nCACTUS_CLE_MISES_A_JOUR=${publique}\n`);
  } else {
    const key = process.env.CACTUS_CLE_PUBLICATION;
    if (!key) {
      process.stderr.write("CACTUS_CLE_PUBLICATION manque\u00a0: les mises à jour ne seraient pas crues.\n");
      process.exit(1);
    }
    const names = signUpdates(process.argv[2] ?? join("dist", "installers"), key);
    process.stdout.write(`Signé\u00a0: ${names.join(", ")}\n`);
  }
}
