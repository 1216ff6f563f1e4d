import { checkCredentials, createSignInLimits } from "../../../main/access/sign-in.ts";
import type { Passwords } from "../../../main/deps.ts";
import { prepareInvitation, recordInvitation } from "../../../main/dossier/invite.ts";
import type { Formation } from "../../../shared/api/models.ts";
import type { StaffRole } from "../../../shared/workflow/index.ts";
import { actor, type TestCore } from "../../builders/core.ts";
import { aCoreOn, type engines } from "../engines.ts";

export const START = Date.parse("2026-09-01T08:00:00.000Z");

export interface Office extends TestCore {
  /** Moves the clock forward. */
  later(ms: number): void;
  /** Password checks so far: true when a hash was given, false for the dummy. */
  readonly verified: boolean[];
  staff(role: StaffRole, more?: { courriel?: string; actif?: boolean }): Promise<string>;
  /** Sealed secrets of the mails in the outbox, by recipient, oldest first (leases them). */
  secrets(): Promise<{ destinataire: string; modele: string; secret?: string }[]>;
}

export const PASSWORD = "trois petits lézards verts";

export const anOffice = async (engine: (typeof engines)[number]): Promise<Office> => {
  const core = await aCoreOn(engine);
  const verified: boolean[] = [];
  const real = core.deps.passwords;
  const passwords: Passwords = {
    ...real,
    verify: (hash, password) => {
      verified.push(hash !== undefined);
      return real.verify(hash, password);
    },
  };
  const deps = { ...core.deps, passwords };
  let elapsed = 0;
  const later = (ms: number): void => {
    elapsed += ms;
    core.setNow(new Date(START + elapsed).toISOString());
  };
  later(0);
  return {
    ...core,
    deps,
    later,
    verified,
    staff: async (role, more = {}) => {
      const motDePasse = await passwords.hash(PASSWORD);
      const compte = await deps.store.write((tx) =>
        tx.comptes.create({
          famille: "cfa",
          courriel: more.courriel ?? `${role}@cfa.example.fr`,
          nom: `Test ${role}`,
          role,
          formations: [],
          motDePasse,
          provisoire: false,
          actif: more.actif ?? true,
        }),
      );
      return compte.id;
    },
    secrets: async () => {
      const now = deps.now();
      const mails = await deps.store.write((tx) =>
        tx.outbox.lease(
          "test",
          now.toISOString(),
          new Date(now.getTime() + 365 * 86_400_000).toISOString(),
          100,
        ),
      );
      return mails.map(({ destinataire, modele, secret }) => ({
        destinataire,
        modele,
        ...(secret ? { secret } : {}),
      }));
    },
  };
};

/** Gives somebody an access to a formation, as an invitation does; the generated password is returned. */
export const invitedHead = async (
  office: Office,
  formation: Formation,
  courriel: string,
): Promise<string> => {
  const prepared = await prepareInvitation(office.deps)({ courriel });
  await office.deps.store.write((tx) =>
    recordInvitation(office.deps)(tx, actor(), prepared, { qualite: "formation", formation }),
  );
  return prepared.motDePasse;
};

/** Signs somebody in to the portal, with no failure before and no wait. */
export const signIn = (office: Office, courriel: string, motDePasse: string) =>
  checkCredentials(
    office.deps,
    createSignInLimits(office.deps.now, async () => {}),
  )("portail", courriel, motDePasse, "192.0.2.1");

export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "accepted",
    (error: { code?: string }) => error.code ?? String(error),
  );
