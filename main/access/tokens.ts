import { createHash, randomBytes } from "node:crypto";

/** A 256-bit token: given once to its holder, only its SHA-256 is stored. */
export const newToken = (): string => randomBytes(32).toString("base64url");
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");
