import type { Actor, Deps } from "../deps.ts";
import { open } from "../dossier/open.ts";
import { impossible, tropDeTentatives } from "../errors.ts";
import { generatePhoneCode } from "../generate-password.ts";

const MINUTES = 10;
/** Codes in force for one address: more would make guessing easier. */
const MAX_CODES = 3;

/** The digest a phone code is found by: keyed and bound to the address, so the table alone gives no code away. */
export const phoneDigest = (deps: Pick<Deps, "secrets">, courriel: string, code: string): string =>
  deps.secrets.digest(`${courriel.toLowerCase()}|${code}`, "telephone");

/** Staff dictate it by phone to somebody whose mail does not arrive: eight digits, ten minutes, once. */
export const createPhoneCode =
  (deps: Deps) =>
  async (
    actor: Actor,
    id: string,
    qualite: "alternant" | "entreprise",
  ): Promise<{ code: string; expireLe: string }> => {
    const code = generatePhoneCode();
    const expireLe = new Date(deps.now().getTime() + MINUTES * 60_000).toISOString();
    await deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("inviter");
      const invitation = (await opened.invitations()).find(
        (one) => one.qualite === qualite && !one.annuleeLe,
      );
      const compte = invitation && (await tx.comptes.byCourriel("portail", invitation.courriel));
      if (!compte) throw impossible("Cette personne n’est pas encore invitée\u00a0: invitez-la d’abord.");
      // Recorded first: the journal’s lock (PostgreSQL) makes the count below exact.
      await opened.record("acces.code-telephone", "a donné un code d’accès par téléphone");
      const since = new Date(deps.now().getTime() - MINUTES * 60_000).toISOString();
      if ((await tx.jetons.countSince("telephone", compte.courriel, since)) >= MAX_CODES)
        throw tropDeTentatives(MINUTES * 60);
      await tx.jetons.create(
        { usage: "telephone", compteId: compte.id, courriel: compte.courriel, expireLe },
        phoneDigest(deps, compte.courriel, code),
      );
    });
    return { code, expireLe };
  };
