import { implement } from "@orpc/server";
import type { Compte } from "../../db/ports.ts";
import type { DossierVue } from "../../shared/api/models.ts";
import { portalContract } from "../../shared/api/portal/index.ts";
import { askInvitationAgain, createAskLimits } from "../access/ask-again.ts";
import { choosePassword } from "../access/choose-password.ts";
import { createForgottenLimits, forgottenPassword } from "../access/forgotten-password.ts";
import { actorOn, type PortalPerson } from "../access/people.ts";
import { createPhoneLimits, redeemPhoneCode } from "../access/redeem-phone-code.ts";
import { resetPassword } from "../access/reset-password.ts";
import { openSession } from "../access/session.ts";
import { checkCredentials, createSignInLimits } from "../access/sign-in.ts";
import { checkCode, confirmSignUp, createSignUpLimits, signUp } from "../access/sign-up.ts";
import type { Core } from "../app.ts";
import type { Actor } from "../deps.ts";
import { carryDates, confirmDates } from "../entry/dates.ts";
import { explainField } from "../entry/explain.ts";
import { attachCerfa, proposePay, revealNir } from "../entry/gestures.ts";
import { validateTab } from "../entry/validate-tab.ts";
import { writeFields } from "../entry/write-fields.ts";
import { interdit, nonConnecte } from "../errors.ts";
import { bytesOf, pdfFile } from "../files.ts";
import { readLife } from "../follow-up/follow-up.ts";
import { listMine, readChanges, resendCompany } from "../lists/my-dossiers.ts";
import { readDossier } from "../lists/read.ts";
import { freezeDossier } from "../review/freeze-dossier.ts";
import { moveDossier } from "../review/move-dossier.ts";
import { requestValidation } from "../review/request-validation.ts";
import { toOrpcError } from "./rpc.ts";

/** What the portal’s server gives with each call. */
export interface PortalContext {
  /** Network address of the caller, for limits only. */
  readonly from: string;
  readonly person?: PortalPerson;
  readonly csrf?: string;
  /** The session cookie to set (a token) or to clear (null) with the answer. */
  readonly cookie: { jeton?: string | null };
}

const os = implement(portalContract)
  .$context<PortalContext>()
  .use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw toOrpcError(error);
    }
  });

/** Each procedure of the portal contract, on the same use cases as the staff’s; rights are decided there. */
export const portalRouter = ({ deps, documents }: Pick<Core, "deps" | "documents">) => {
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
  /** The person on this dossier. A generated password is replaced before anything else is done (G1). */
  const as = async (context: PortalContext, id: string): Promise<Actor> => {
    const person = signedIn(context);
    if (person.compte.provisoire) throw interdit("Choisissez d’abord votre mot de passe.");
    return actorOn(deps)(person, id);
  };
  const view = async (context: PortalContext, id: string, work: (actor: Actor) => Promise<DossierVue>) => {
    const actor = await as(context, id);
    return work(actor);
  };
  const { acces, dossiers } = os;
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
      confirmerInscription: acces.confirmerInscription.handler(({ context, input }) =>
        confirmSignUp(deps, signUps)(input.jeton, input.motDePasse, context.from),
      ),
    },
    dossiers: {
      lister: dossiers.lister.handler(async ({ context }) => {
        const person = signedIn(context);
        if (person.compte.provisoire) throw interdit("Choisissez d’abord votre mot de passe.");
        return listMine(deps)(person);
      }),
      lire: dossiers.lire.handler(({ context, input }) =>
        view(context, input.id, (actor) => readDossier(deps)(actor, input.id)),
      ),
      ecrire: dossiers.ecrire.handler(async ({ context, input }) => {
        const actor = await as(context, input.id);
        return writeFields(deps)(actor, input.id, input.changements);
      }),
      validerOnglet: dossiers.validerOnglet.handler(({ context, input }) =>
        view(context, input.id, (actor) => validateTab(deps)(actor, input.id, input.onglet)),
      ),
      reporterDates: dossiers.reporterDates.handler(({ context, input }) =>
        view(context, input.id, (actor) => carryDates(deps)(actor, input.id, input.version)),
      ),
      confirmerDates: dossiers.confirmerDates.handler(({ context, input }) =>
        view(context, input.id, (actor) => confirmDates(deps)(actor, input.id, input.version)),
      ),
      proposerRemuneration: dossiers.proposerRemuneration.handler(({ context, input }) =>
        view(context, input.id, (actor) => proposePay(deps)(actor, input.id, input.version)),
      ),
      joindreCerfa: dossiers.joindreCerfa.handler(({ context, input }) =>
        view(context, input.id, async (actor) =>
          attachCerfa(deps)(actor, input.id, input.version, {
            nom: input.fichier.name,
            contenu: await bytesOf(input.fichier),
          }),
        ),
      ),
      demander: dossiers.demander.handler(({ context, input }) =>
        view(context, input.id, (actor) => requestValidation(deps)(actor, input.id, input.version)),
      ),
      retirer: dossiers.retirer.handler(({ context, input }) =>
        view(context, input.id, (actor) => moveDossier(deps)(actor, "retirer", input.id, input.version)),
      ),
      valider: dossiers.valider.handler(({ context, input }) =>
        view(context, input.id, (actor) => freezeDossier(deps)(actor, input.id, input.version)),
      ),
      retourner: dossiers.retourner.handler(({ context, input }) =>
        view(context, input.id, (actor) =>
          moveDossier(deps)(actor, "retourner", input.id, input.version, input.motif),
        ),
      ),
      changements: dossiers.changements.handler(async ({ context, input }) =>
        readChanges(deps)(await as(context, input.id), input.id),
      ),
      renvoyerEntreprise: dossiers.renvoyerEntreprise.handler(({ context, input }) =>
        view(context, input.id, async (actor) => {
          await resendCompany(deps)(actor, input.id);
          return readDossier(deps)(actor, input.id);
        }),
      ),
      revelerNir: dossiers.revelerNir.handler(async ({ context, input }) =>
        revealNir(deps)(await as(context, input.id), input.id),
      ),
      pourquoi: dossiers.pourquoi.handler(async ({ context, input }) =>
        explainField(deps)(await as(context, input.id), input.id, input.champ),
      ),
      document: dossiers.document.handler(async ({ context, input }) =>
        pdfFile(await documents.produce(await as(context, input.id), input.id, input.type)),
      ),
      vie: dossiers.vie.handler(async ({ context, input }) =>
        readLife(deps)(await as(context, input.id), input.id),
      ),
    },
  };
};
