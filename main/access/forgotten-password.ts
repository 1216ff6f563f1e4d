import { setTimeout as pause } from "node:timers/promises";
import type { Compte } from "../../db/ports.ts";
import { tidyEmail } from "../../shared/dossier/formats/index.ts";
import type { Deps, Tx } from "../deps.ts";
import { portalUrl } from "../dossier/portal-address.ts";
import { post } from "../dossier/post.ts";
import { saisieInvalide } from "../errors.ts";
import { createRateLimiter, type RateLimiter } from "../rate-limiter.ts";
import { newToken, tokenHash } from "./tokens.ts";

const MINUTE = 60_000;
const LIFE = 30 * MINUTE;
const PER_HOUR = 3;
/** Longer than the work ever takes: known and unknown addresses are answered at the same moment. */
const ANSWER_AFTER = 500;

export const forgottenAnswer =
  "Si cette adresse a un accès à Cactus, un courriel vient de lui être envoyé\u00a0: il permet de choisir un mot de passe pendant 30\u00a0minutes.";

export interface ForgottenLimits {
  readonly everybody: RateLimiter;
  readonly address: RateLimiter;
}
export const createForgottenLimits = (now: () => Date): ForgottenLimits => ({
  everybody: createRateLimiter({ burst: 30, everyMs: 1_000, now }),
  address: createRateLimiter({ burst: 10, everyMs: 30_000, now }),
});

/** The link dies with the password it was asked against: using one voids those sent before. */
export const passwordMark = (deps: Pick<Deps, "secrets">, compte: Compte): string =>
  deps.secrets.digest(`${compte.id}|${compte.motDePasse ?? ""}`, "mot-de-passe");

/**
 * G3: a link of 30 minutes to whoever holds an access, three an hour at most. Same answer at the same time in every
 * case; `from` is the network address asking.
 */
export const forgottenPassword =
  (deps: Deps, limits: ForgottenLimits, wait: (ms: number) => Promise<unknown> = (ms) => pause(ms)) =>
  async (courriel: string, from: string): Promise<{ message: string }> => {
    limits.everybody.take("");
    limits.address.take(from);
    const tidied = tidyEmail(courriel);
    if (!tidied.ok) throw saisieInvalide([{ champ: "courriel", message: tidied.message }]);
    const [sent] = await Promise.all([
      deps.store.write((tx) => sendLink(deps, tx, tidied.value)),
      wait(ANSWER_AFTER),
    ]);
    if (sent) deps.mailDue();
    return { message: forgottenAnswer };
  };

const sendLink = async (deps: Deps, tx: Tx, courriel: string): Promise<boolean> => {
  const now = deps.now();
  const compte = await tx.comptes.byCourriel("portail", courriel);
  if (!compte?.actif || (await tx.invitations.accesOf(compte.id)).length === 0) return false;
  // Recorded first: the journal’s lock (PostgreSQL) keeps requests made side by side within the quota.
  await tx.audit.record({
    acteur: "Portail",
    acteurId: compte.id,
    porte: "portail",
    action: "acces.mot-de-passe-oublie",
    phrase: "a demandé à choisir un nouveau mot de passe",
  });
  const hourAgo = new Date(now.getTime() - 60 * MINUTE).toISOString();
  if ((await tx.jetons.countSince("mot-de-passe", courriel, hourAgo)) >= PER_HOUR) return false;
  const jeton = newToken();
  const expireLe = new Date(now.getTime() + LIFE).toISOString();
  const { id } = await tx.jetons.create(
    {
      usage: "mot-de-passe",
      compteId: compte.id,
      courriel,
      expireLe,
      donnees: { pour: passwordMark(deps, compte) },
    },
    tokenHash(jeton),
  );
  const cfa = await tx.reglages.cfa();
  await post(
    tx,
    "motDePasseOublie",
    { cfa: cfa?.denomination ?? "", url: await portalUrl(tx), perimeLe: expireLe },
    { cle: `mot-de-passe:${id}`, destinataire: compte.courriel, secret: jeton },
  );
  return true;
};
