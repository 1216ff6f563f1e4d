import { hash, verify } from "@node-rs/argon2";
import type { Passwords } from "../deps.ts";
import { BusinessError } from "../errors.ts";

/** OWASP: argon2id (2 in the library’s enumeration), 19 MiB, two passes. */
const PARAMETERS = {
  algorithm: 2,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;
const RUNNING = 2;
const WAITING = 50;

/**
 * Two hashes at once and fifty waiting, then « réessayez »: the four threads that hashing would take are also those
 * of files and DNS.
 */
export const createPasswords = (): Passwords => {
  let running = 0;
  const waiting: (() => void)[] = [];
  const limited = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= RUNNING) {
      if (waiting.length >= WAITING)
        throw new BusinessError(
          "INDISPONIBLE",
          "Trop de connexions en ce moment\u00a0: réessayez dans quelques secondes.",
        );
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
  // Made at once, so that even the first unknown address costs one verification and no more.
  const dummy = hash(crypto.randomUUID(), PARAMETERS);
  return {
    hash: (password) => limited(() => hash(password.normalize("NFKC"), PARAMETERS)),
    verify: async (stored, password) => {
      // No account: the same work is done on a hash nobody has the password of.
      const against = stored ?? (await dummy);
      const good = await limited(() => verify(against, password.normalize("NFKC")));
      return good && stored !== undefined;
    },
    outdated: (stored) =>
      !stored.startsWith(
        `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`,
      ),
  };
};
