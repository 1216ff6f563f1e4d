import { changePassword } from "../access/change-password.ts";
import { createCfa } from "../access/create-cfa.ts";
import {
  createAccount,
  listAccounts,
  resetAccountPassword,
  updateAccount,
} from "../access/manage-accounts.ts";
import { liveSession, staffOf } from "../access/session.ts";
import { createSignInLimits, signIn } from "../access/sign-in.ts";
import type { DemoAccount } from "../demo/seed.ts";
import type { Deps } from "../deps.ts";
import { bytesOf } from "../files.ts";
import { recordScreen } from "../screen-report.ts";
import type { Authed, StaffDoor } from "./staff-door.ts";

export const accessRouter = (deps: Deps, { open, authed }: StaffDoor) => {
  const limits = createSignInLimits(deps.now);
  const report = recordScreen(deps, "staff");
  const mine = authed.acces;
  const { acces } = open;
  return {
    etat: acces.etat.handler(async ({ context }) => {
      const live = await liveSession(deps)(context.jeton, "poste");
      return deps.store.read(async (tx) => {
        const cfa = await tx.reglages.cfa();
        const demo = deps.config.demo ? await tx.reglages.get<{ comptes: DemoAccount[] }>("demo") : undefined;
        return {
          version: deps.config.version,
          premierDemarrage: cfa === undefined,
          demo: deps.config.demo,
          moteur: deps.store.engine,
          hote: deps.config.host === "electron" ? ("electron" as const) : ("node" as const),
          ...(cfa
            ? { cfa: { denomination: cfa.denomination, ...(cfa.logoId ? { logoId: cfa.logoId } : {}) } }
            : {}),
          ...(live ? { compte: staffOf(live.compte) } : {}),
          ...(demo ? { comptesDemo: demo.comptes } : {}),
        };
      });
    }),
    creerCfa: acces.creerCfa.handler(async ({ input }) =>
      createCfa(deps)({
        cfa: input.cfa,
        administrateur: input.administrateur,
        ...(input.logo ? { logo: { nom: input.logo.name, contenu: await bytesOf(input.logo) } } : {}),
      }),
    ),
    connexion: acces.connexion.handler(({ input }) => signIn(deps, limits)(input.courriel, input.motDePasse)),
    // One machine, one window: its own pace is everybody’s.
    signaler: acces.signaler.handler(({ input }) => report(input, "poste")),
    deconnexion: mine.deconnexion.handler(async ({ context }) => {
      const { sessionId } = context.actor;
      if (sessionId) await deps.store.write((tx) => tx.sessions.delete(sessionId));
      return {};
    }),
    changerMotDePasse: mine.changerMotDePasse.handler(({ context, input }) =>
      changePassword(deps)(context.actor, input.actuel, input.nouveau),
    ),
  };
};

/** The account part of Réglages. */
export const accountProcedures = (deps: Deps, { reglages }: Authed) => {
  return {
    comptes: reglages.comptes.handler(() => listAccounts(deps)()),
    creerCompte: reglages.creerCompte.handler(({ context, input }) =>
      createAccount(deps)(context.actor, input),
    ),
    modifierCompte: reglages.modifierCompte.handler(({ context, input }) =>
      updateAccount(deps)(context.actor, input),
    ),
    reinitialiserMotDePasse: reglages.reinitialiserMotDePasse.handler(({ context, input }) =>
      resetAccountPassword(deps)(context.actor, input.id),
    ),
  };
};
