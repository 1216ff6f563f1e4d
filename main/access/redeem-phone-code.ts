import type { Compte } from "../../db/ports.ts";
import type { Deps } from "../deps.ts";
import { BusinessError } from "../errors.ts";
import { createRateLimiter, type RateLimiter } from "../rate-limiter.ts";
import { phoneDigest } from "./phone-code.ts";

const refused = () =>
  new BusinessError(
    "NON_CONNECTE",
    "Code incorrect ou expiré\u00a0: vérifiez-le, ou demandez-en un autre au CFA.",
  );

export interface PhoneLimits {
  readonly everybody: RateLimiter;
  readonly address: RateLimiter;
  /** Five tries of a 26-bit code, then one every two minutes: ten tries at most in the life of a code. */
  readonly account: RateLimiter;
}
export const createPhoneLimits = (now: () => Date): PhoneLimits => ({
  everybody: createRateLimiter({ burst: 30, everyMs: 1_000, now }),
  address: createRateLimiter({ burst: 10, everyMs: 30_000, now }),
  account: createRateLimiter({ burst: 5, everyMs: 120_000, now }),
});

/** The portal account a dictated code opens, once. Same answer for a wrong code, an old one, an unknown address. */
export const redeemPhoneCode =
  (deps: Deps, limits: PhoneLimits) =>
  async (courriel: string, code: string, from: string): Promise<Compte> => {
    const key = courriel.trim().toLowerCase();
    limits.everybody.take("");
    limits.address.take(from);
    limits.account.take(key);
    const digits = code.replace(/\D/g, "");
    return deps.store.write(async (tx) => {
      const now = deps.now().toISOString();
      const jeton = await tx.jetons.byToken("telephone", phoneDigest(deps, key, digits));
      const compte = jeton?.compteId ? await tx.comptes.byId(jeton.compteId) : undefined;
      if (!jeton || !compte?.actif || jeton.expireLe <= now || !(await tx.jetons.consume(jeton.id, now)))
        throw refused();
      if ((await tx.invitations.accesOf(compte.id)).length === 0) throw refused();
      await tx.audit.record({
        acteur: compte.nom || "Compte du portail",
        acteurId: compte.id,
        porte: "portail",
        action: "acces.code-telephone-utilise",
        phrase: "s’est connecté avec le code dicté par téléphone",
      });
      return compte;
    });
  };
