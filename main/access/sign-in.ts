import { setTimeout as wait } from "node:timers/promises";
import type { Compte } from "../../db/ports.ts";
import type { CompteStaff } from "../../shared/api/models.ts";
import type { Deps } from "../deps.ts";
import { BusinessError, impossible, tropDeTentatives } from "../errors.ts";
import { createRateLimiter, delayAfter, type RateLimiter } from "../rate-limiter.ts";
import { createFailureMemory, type FailureMemory } from "./failure-memory.ts";
import { openSession, staffOf } from "./session.ts";

const refused = () => new BusinessError("NON_CONNECTE", "Courriel ou mot de passe incorrect.");

export interface SignInLimits {
  readonly everybody: RateLimiter;
  readonly account: RateLimiter;
  readonly address: RateLimiter;
  readonly strangers: FailureMemory;
  /** Resolves after that many milliseconds. */
  readonly pause: (ms: number) => Promise<unknown>;
}
/** Longer than a check ever takes: writing down a failure (accounts only) does not show in the time of the answer. */
const REFUSED_AFTER = 250;

export const createSignInLimits = (
  now: () => Date,
  pause: SignInLimits["pause"] = (ms) => wait(ms),
): SignInLimits => ({
  pause,
  everybody: createRateLimiter({ burst: 60, everyMs: 250, now }),
  account: createRateLimiter({ burst: 10, everyMs: 5_000, now }),
  address: createRateLimiter({ burst: 20, everyMs: 3_000, now }),
  strangers: createFailureMemory(now),
});

/**
 * Checks an address and a password for one family of accounts: limits before hashing, the same work and the same
 * answer whether or not the account exists, a growing delay after failures and never a lock for good.
 */
export const checkCredentials =
  (deps: Deps, limits: SignInLimits) =>
  async (famille: Compte["famille"], courriel: string, motDePasse: string, from: string): Promise<Compte> => {
    const key = `${famille}:${courriel.trim().toLowerCase()}`;
    limits.everybody.take("");
    limits.address.take(from);
    limits.account.take(key);
    const compte = await deps.store.read((tx) => tx.comptes.byCourriel(famille, courriel));
    const blocked = compte
      ? Date.parse(compte.bloqueJusqua ?? "1970-01-01") - deps.now().getTime()
      : limits.strangers.wait(key);
    if (blocked > 0) throw tropDeTentatives(Math.ceil(blocked / 1000));
    const refusal = limits.pause(REFUSED_AFTER);
    const good = await deps.passwords.verify(compte?.motDePasse, motDePasse);
    if (!compte) {
      limits.strangers.fail(key);
      await refusal;
      throw refused();
    }
    if (!good || !compte.actif) {
      await deps.store.write(async (tx) => {
        // Recorded first: on PostgreSQL the journal’s lock queues tries made side by side, so that each one counts.
        await tx.audit.record({
          acteur: compte.nom || "Compte du portail",
          acteurId: compte.id,
          porte: famille === "cfa" ? "poste" : "portail",
          action: "acces.echec",
          phrase: "connexion refusée (mot de passe incorrect)",
        });
        const echecs = ((await tx.comptes.byId(compte.id))?.echecs ?? compte.echecs) + 1;
        const delay = delayAfter(echecs);
        await tx.comptes.update(compte.id, {
          echecs,
          bloqueJusqua: delay > 0 ? new Date(deps.now().getTime() + delay).toISOString() : undefined,
        });
      });
      await refusal;
      throw refused();
    }
    // Told only to whoever holds the right password.
    if (compte.provisoire && compte.provisoireExpire && compte.provisoireExpire <= deps.now().toISOString())
      throw impossible("Votre invitation a expiré\u00a0: demandez qu’elle vous soit envoyée de nouveau.");
    if (deps.passwords.outdated(compte.motDePasse ?? "")) {
      const motDePasseNeuf = await deps.passwords.hash(motDePasse);
      await deps.store.write((tx) => tx.comptes.update(compte.id, { motDePasse: motDePasseNeuf }));
    }
    return compte;
  };

/** Staff sign-in on the desktop application. */
export const signIn =
  (deps: Deps, limits: SignInLimits) =>
  async (
    courriel: string,
    motDePasse: string,
  ): Promise<{ jeton: string; compte: CompteStaff; aChanger: boolean }> => {
    const compte = await checkCredentials(deps, limits)("cfa", courriel, motDePasse, "poste");
    const { jeton } = await deps.store.write(async (tx) => {
      await tx.sessions.deleteExpired(deps.now().toISOString());
      await tx.audit.record({
        acteur: compte.nom,
        acteurId: compte.id,
        porte: "poste",
        action: "acces.connexion",
        phrase: "s’est connecté",
      });
      return openSession(deps, tx, compte, "poste");
    });
    return { jeton, compte: staffOf(compte), aChanger: compte.provisoire };
  };
