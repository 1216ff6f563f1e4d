import type { Compte } from "../../db/ports.ts";
import { askInvitationAgain, createAskLimits } from "../access/ask-again.ts";
import { choosePassword } from "../access/choose-password.ts";
import { createForgottenLimits, forgottenPassword } from "../access/forgotten-password.ts";
import type { PortalPerson } from "../access/people.ts";
import { createPhoneLimits, redeemPhoneCode } from "../access/redeem-phone-code.ts";
import { resetPassword } from "../access/reset-password.ts";
import { openSession } from "../access/session.ts";
import { checkCredentials, createSignInLimits } from "../access/sign-in.ts";
import { checkCode, confirmSignUp, createSignUpLimits, signUp } from "../access/sign-up.ts";
import type { Core } from "../app.ts";
import { nonConnecte } from "../errors.ts";
import { pdfFile } from "../files.ts";
import { readLife } from "../follow-up/follow-up.ts";
import { resendCompany } from "../invitations/resend-company.ts";
import { listMine, readChanges } from "../lists/my-dossiers.ts";
import { readDossier } from "../lists/read.ts";
import { recordScreen } from "../screen-report.ts";
import { onDoor } from "./gestures.ts";
import { type PortalContext, portalDoor } from "./portal-door.ts";

/** Each procedure of the portal contract, on the same use cases as the staff’s; rights are those of the catalogue. */
export const portalRouter = ({ deps, documents }: Pick<Core, "deps" | "documents">) => {
  const report = recordScreen(deps, "portal");
  const signInLimits = createSignInLimits(deps.now);
  const phoneLimits = createPhoneLimits(deps.now);
  const forgotten = createForgottenLimits(deps.now);
  const signUps = createSignUpLimits(deps.now);
  const again = createAskLimits(deps.now);

  const personOf = async (compte: Compte) => ({
    nom: compte.nom,
    courriel: compte.courriel,
    aChanger: compte.provisoire,
    qualites: [
      ...new Set(
        (await deps.store.read((tx) => tx.invitations.accesOf(compte.id))).map((one) => one.qualite),
      ),
    ],
  });
  /** A new session at each sign-in; the first one marks the invitations as used. */
  const enter = async (compte: Compte, context: PortalContext) => {
    const { jeton, csrf } = await deps.store.write(async (tx) => {
      const now = deps.now().toISOString();
      await tx.sessions.deleteExpired(now);
      await tx.invitations.markFirstSignIn(compte.id, now);
      if (!compte.premiereConnexionLe) await tx.comptes.update(compte.id, { premiereConnexionLe: now });
      await tx.audit.record({
        acteur: compte.nom || "Portail",
        acteurId: compte.id,
        porte: "portail",
        action: "acces.connexion",
        phrase: "s’est connecté au portail",
      });
      return openSession(deps, tx, compte, "portail");
    });
    context.cookie.jeton = jeton;
    return { personne: await personOf(compte), csrf };
  };
  const signedIn = (context: PortalContext): PortalPerson => {
    if (!context.person) throw nonConnecte();
    return context.person;
  };
  const { open, onDossier } = portalDoor(deps);
  const { acces } = open;
  const { dossiers } = onDossier;
  return {
    acces: {
      etat: acces.etat.handler(async ({ context }) => {
        const cfa = await deps.store.read((tx) => tx.reglages.cfa());
        return {
          cfa: cfa?.denomination ?? "",
          demo: deps.config.demo,
          ...(context.person ? { personne: await personOf(context.person.compte), csrf: context.csrf } : {}),
        };
      }),
      connexion: acces.connexion.handler(async ({ context, input }) =>
        enter(
          await checkCredentials(deps, signInLimits)(
            "portail",
            input.courriel,
            input.motDePasse,
            context.from,
          ),
          context,
        ),
      ),
      connexionTelephone: acces.connexionTelephone.handler(async ({ context, input }) =>
        enter(await redeemPhoneCode(deps, phoneLimits)(input.courriel, input.code, context.from), context),
      ),
      deconnexion: acces.deconnexion.handler(async ({ context }) => {
        const { sessionId } = signedIn(context);
        await deps.store.write((tx) => tx.sessions.delete(sessionId));
        context.cookie.jeton = null;
        return {};
      }),
      choisirMotDePasse: acces.choisirMotDePasse.handler(async ({ context, input }) => {
        const person = signedIn(context);
        const { jeton, csrf } = await choosePassword(deps)(person, input.actuel, input.nouveau);
        context.cookie.jeton = jeton;
        return { personne: { ...(await personOf(person.compte)), aChanger: false }, csrf };
      }),
      motDePasseOublie: acces.motDePasseOublie.handler(({ context, input }) =>
        forgottenPassword(deps, forgotten)(input.courriel, context.from),
      ),
      reinitialiser: acces.reinitialiser.handler(({ context, input }) =>
        resetPassword(deps, forgotten)(input.jeton, input.nouveau, context.from),
      ),
      redemanderInvitation: acces.redemanderInvitation.handler(({ context, input }) =>
        askInvitationAgain(deps, again)(input.courriel, context.from),
      ),
      verifierCode: acces.verifierCode.handler(({ context, input }) =>
        checkCode(deps, signUps)(input.code, context.from),
      ),
      inscription: acces.inscription.handler(({ context, input }) =>
        signUp(deps, signUps)(input, context.from),
      ),
      signaler: acces.signaler.handler(({ context, input }) => report(input, context.from)),
      confirmerInscription: acces.confirmerInscription.handler(({ context, input }) =>
        confirmSignUp(deps, signUps)(input.jeton, input.motDePasse, context.from),
      ),
    },
    dossiers: {
      ...onDoor(deps, dossiers),
      lister: open.dossiers.lister.handler(({ context }) => listMine(deps)(signedIn(context).compte.id)),
      changements: dossiers.changements.handler(({ context, input }) =>
        readChanges(deps)(context.actor, input.id),
      ),
      renvoyerEntreprise: dossiers.renvoyerEntreprise.handler(async ({ context, input }) => {
        await resendCompany(deps)(context.actor, input.id);
        return readDossier(deps)(context.actor, input.id);
      }),
      document: dossiers.document.handler(async ({ context, input }) =>
        pdfFile(await documents.produce(context.actor, input.id, input.type)),
      ),
      vie: dossiers.vie.handler(({ context, input }) => readLife(deps)(context.actor, input.id)),
    },
  };
};
