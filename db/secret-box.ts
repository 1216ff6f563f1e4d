import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from "node:crypto";
import type { SecretBox } from "./ports.ts";

const PREFIX = "v1:";

/** AES-256-GCM under keys derived from one 32-byte key; `context` is authenticated, so a value cannot be moved. */
export const createSecretBox = (key: Buffer): SecretBox => {
  if (key.length !== 32) throw new RangeError("the data key must hold 32 bytes");
  // As key objects: a digest with a key in a buffer costs six times as much.
  const derive = (use: string) => createSecretKey(Buffer.from(hkdfSync("sha256", key, "cactus", use, 32)));
  const sealing = derive("seal");
  const digesting = derive("digest");
  return {
    seal: (plain, context) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealing, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return PREFIX + Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
    },
    open: (sealed, context) => {
      if (!sealed.startsWith(PREFIX)) throw new Error("unknown sealed value");
      const bytes = Buffer.from(sealed.slice(PREFIX.length), "base64url");
      const decipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(0, 12))
        .setAAD(Buffer.from(context))
        .setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
    },
    digest: (plain, context) =>
      createHmac("sha256", digesting).update(`${context}\u0000${plain}`).digest("hex"),
  };
};
