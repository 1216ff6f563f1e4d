import type { Compte } from "../../db/ports.ts";
import type { CompteStaff } from "../../shared/api/models.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { currentDelais } from "../dossier/settings.ts";
import { nonConnecte } from "../errors.ts";
import { newToken, tokenHash } from "./tokens.ts";

const HOUR = 3_600_000;
const ABSOLUTE = 12 * HOUR;
/** Portal sessions end after half an hour without a request; the staff’s delay is set in Réglages. */
export const PORTAL_IDLE = HOUR / 2;
const TOUCH_EVERY = 60_000;

/** Opens a session inside the caller’s transaction; the token is shown once and never stored. */
export const openSession = async (
  deps: Deps,
  tx: Tx,
  compte: Compte,
  porte: "poste" | "portail",
): Promise<{ jeton: string; csrf: string }> => {
  const jeton = newToken();
  const csrf = newToken();
  const now = deps.now();
  await tx.sessions.create(
    {
      compteId: compte.id,
      porte,
      creeLe: now.toISOString(),
      vuLe: now.toISOString(),
      expireLe: new Date(now.getTime() + ABSOLUTE).toISOString(),
      csrf,
    },
    tokenHash(jeton),
  );
  await tx.comptes.update(compte.id, {
    derniereConnexionLe: now.toISOString(),
    echecs: 0,
    bloqueJusqua: undefined,
  });
  return { jeton, csrf };
};

export interface LiveSession {
  readonly sessionId: string;
  readonly csrf?: string;
  readonly compte: Compte;
}

/** The session behind a token, if it still lives: not expired, not idle, its account active. Touched once a minute. */
export const liveSession =
  (deps: Deps) =>
  async (jeton: string | undefined, porte: "poste" | "portail"): Promise<LiveSession | undefined> => {
    if (!jeton) return undefined;
    const found = await deps.store.read(async (tx) => {
      const session = await tx.sessions.byToken(tokenHash(jeton));
      const compte = session && session.porte === porte ? await tx.comptes.byId(session.compteId) : undefined;
      const idle = porte === "portail" ? PORTAL_IDLE : (await currentDelais(tx)).verrouillageMinutes * 60_000;
      return session && compte ? { session, compte, idle } : undefined;
    });
    if (!found) return undefined;
    const { session, compte, idle } = found;
    const now = deps.now().getTime();
    const seen = Date.parse(session.vuLe);
    if (now >= Date.parse(session.expireLe) || now - seen > idle || !compte.actif) {
      await deps.store.write((tx) => tx.sessions.delete(session.id));
      return undefined;
    }
    if (now - seen > TOUCH_EVERY)
      await deps.store.write((tx) => tx.sessions.touch(session.id, new Date(now).toISOString()));
    return { sessionId: session.id, compte, ...(session.csrf ? { csrf: session.csrf } : {}) };
  };

/** The staff member behind a token, or « Connectez-vous pour continuer ». */
export const authenticate =
  (deps: Deps) =>
  async (jeton: string | undefined): Promise<Actor> => {
    const live = await liveSession(deps)(jeton, "poste");
    if (!live?.compte.role) throw nonConnecte();
    const { compte, sessionId } = live;
    return {
      compteId: compte.id,
      nom: compte.nom,
      role: compte.role as NonNullable<Compte["role"]>,
      porte: "poste",
      formations: compte.formations,
      sessionId,
    };
  };

export const staffOf = (compte: Compte): CompteStaff => ({
  id: compte.id,
  courriel: compte.courriel,
  nom: compte.nom,
  role: compte.role ?? "exporteur",
  actif: compte.actif,
  formations: [...compte.formations],
  ...(compte.derniereConnexionLe ? { derniereConnexionLe: compte.derniereConnexionLe } : {}),
});
