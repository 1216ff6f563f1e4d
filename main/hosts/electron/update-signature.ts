import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";

/** What the update server says of a version: `latest.yml`, with the signature that we add to it. */
export interface UpdateDescription {
  readonly version: string;
  readonly files: readonly { readonly url: string; readonly sha512: string; readonly size?: number }[];
  readonly signature?: unknown;
}

/** What is signed: the version, and each file with its SHA-512, which electron-updater checks as it downloads. */
const signed = ({ version, files }: UpdateDescription): Buffer =>
  Buffer.from([`cactus ${version}`, ...files.map(({ url, sha512 }) => `${sha512} ${url}`).sort()].join("\n"));

/** Ed25519, in base64; the key is PKCS#8 in base64, a secret of who publishes. */
export const signUpdate = (update: UpdateDescription, privateKey: string): string =>
  sign(
    null,
    signed(update),
    createPrivateKey({ key: Buffer.from(privateKey, "base64"), format: "der", type: "pkcs8" }),
  ).toString("base64");

/**
 * Whether this very version, with these very files, was published by the holder of the key. On Windows and macOS the
 * system’s own signatures are checked besides; on Linux there is no other one.
 */
export const isSigned = (update: UpdateDescription, publicKey: string): boolean => {
  if (typeof update.signature !== "string") return false;
  try {
    return verify(
      null,
      signed(update),
      createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" }),
      Buffer.from(update.signature, "base64"),
    );
  } catch {
    return false;
  }
};
