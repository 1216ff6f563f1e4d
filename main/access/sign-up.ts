import type { Formation, Variante } from "../../shared/api/models.ts";
import { todayInParis } from "../../shared/dossier/calendar.ts";
import { currentForm } from "../../shared/dossier/index.ts";
import type { Contrat } from "../../shared/dossier/kernel.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { createDossier } from "../dossier/create.ts";
import { portalUrl } from "../dossier/portal-address.ts";
import { post } from "../dossier/post.ts";
import { tidyInvitee } from "../dossier/prefill.ts";
import { currentDelais } from "../dossier/settings.ts";
import { impossible, saisieInvalide } from "../errors.ts";
import { createRateLimiter, type RateLimiter } from "../rate-limiter.ts";
import { passwordProblem } from "./password-rules.ts";
import { newToken, tokenHash } from "./tokens.ts";

const DAY = 86_400_000;

export interface SignUpLimits {
  readonly codes: RateLimiter;
  readonly everybody: RateLimiter;
}
export const createSignUpLimits = (now: () => Date): SignUpLimits => ({
  codes: createRateLimiter({ burst: 10, everyMs: 20_000, now }),
  everybody: createRateLimiter({ burst: 60, everyMs: 500, now }),
});

/** « f 724 - 2 » is « F724-2 » (G5). */
export const tidyAccessCode = (raw: string): string =>
  raw
    .normalize("NFKC")
    .replace(/[\s._]/g, "")
    .replace(/[‐‑–—−]/g, "-")
    .toUpperCase();

const refuse = (message: string) => saisieInvalide([{ champ: "code", message }]);

interface Open {
  readonly formation: Formation;
  readonly variante?: Variante;
  readonly code: string;
}

/** The formation or variant a code opens today; each refusal says what it is and whom to ask. */
const openBy = async (tx: Tx, raw: string, today: string): Promise<Open> => {
  const code = tidyAccessCode(raw);
  if (!/^F\d{2,3}(-\d)?$/.test(code))
    throw refuse(
      "Un code d’accès s’écrit F suivi de 2 ou 3 chiffres, parfois d’un tiret et d’un chiffre (F724-2)\u00a0: vérifiez-le.",
    );
  const found = await tx.formations.byCode(code);
  if (!found || found.formation.archivee)
    throw refuse("Ce code d’accès est inconnu\u00a0: vérifiez-le auprès de votre formation.");
  const { formation } = found;
  const variante = formation.variantes.find((one) => one.id === found.varianteId);
  const door = variante ?? {
    ouvert: formation.codeOuvert,
    ouvertDu: formation.codeOuvertDu,
    ouvertAu: formation.codeOuvertAu,
    inscriptionsMax: formation.codeInscriptionsMax,
  };
  if (!door.ouvert)
    throw refuse(
      "Les inscriptions avec ce code sont fermées\u00a0: renseignez-vous auprès de votre formation.",
    );
  if (door.ouvertDu && today < door.ouvertDu)
    throw refuse(
      "Les inscriptions avec ce code ne sont pas encore ouvertes\u00a0: renseignez-vous auprès de votre formation.",
    );
  if (door.ouvertAu && today > door.ouvertAu)
    throw refuse(
      "Les inscriptions avec ce code sont terminées\u00a0: renseignez-vous auprès de votre formation.",
    );
  if (
    door.inscriptionsMax !== undefined &&
    (await tx.formations.countInscriptions(code)) >= door.inscriptionsMax
  )
    throw refuse(
      "Toutes les inscriptions prévues avec ce code sont prises\u00a0: renseignez-vous auprès de votre formation.",
    );
  return { formation, ...(variante ? { variante } : {}), code };
};

/** A formation leads to a contrat de professionnalisation when it says what diploma the 12434 then names. */
const offered = (formation: Formation): Contrat[] =>
  formation.diplomePro ? ["apprentissage", "professionnalisation"] : ["apprentissage"];

export const checkCode =
  (deps: Deps, limits: SignUpLimits) =>
  async (
    code: string,
    from: string,
  ): Promise<{ formation: string; variante?: string; contrats: Contrat[] }> => {
    limits.everybody.take("");
    limits.codes.take(from);
    return deps.store.read(async (tx) => {
      const { formation, variante } = await openBy(tx, code, todayInParis(deps.now()));
      return {
        formation: formation.titre,
        contrats: offered(formation),
        ...(variante ? { variante: variante.libelle } : {}),
      };
    });
  };

export const signUpAnswer =
  "Un courriel vient de vous être envoyé\u00a0: ouvrez-le pour confirmer votre adresse et ouvrir votre dossier. Regardez aussi dans les courriels indésirables.";

export interface SignUp {
  readonly code: string;
  readonly courriel: string;
  readonly nom: string;
  readonly prenom: string;
  readonly contrat: Contrat;
}

/** G5, first step: nothing is created before the address is confirmed. Same answer for an address already known. */
export const signUp =
  (deps: Deps, limits: SignUpLimits) =>
  async (request: SignUp, from: string): Promise<{ message: string }> => {
    limits.everybody.take("");
    limits.codes.take(from);
    const form = currentForm(request.contrat, todayInParis(deps.now()));
    const { data, issues } = tidyInvitee(request, form);
    if (issues.length > 0) throw saisieInvalide(issues);
    const [courriel, nom, prenom] = [
      data.apprentiCourriel,
      data.apprentiNomNaissance,
      data.apprentiPrenom,
    ].map((value) => String(value ?? "")) as [string, string, string];
    if (!courriel)
      throw saisieInvalide([{ champ: "courriel", message: "Indiquez votre adresse de courriel." }]);
    await deps.store.write(async (tx) => {
      const { formation, code } = await openBy(tx, request.code, todayInParis(deps.now()));
      if (!offered(formation).includes(request.contrat))
        throw saisieInvalide([
          {
            champ: "contrat",
            message:
              "Cette formation ne se suit qu’en contrat d’apprentissage\u00a0: choisissez-le, ou renseignez-vous auprès d’elle.",
          },
        ]);
      const since = new Date(deps.now().getTime() - DAY).toISOString();
      if ((await tx.jetons.countSince("confirmation", courriel, since)) >= 5) return;
      const known = await tx.comptes.byCourriel("portail", courriel);
      const cfa = await tx.reglages.cfa();
      const token = newToken();
      const params = { cfa: cfa?.denomination ?? "", url: await portalUrl(tx), formation: formation.titre };
      const { id } = await tx.jetons.create(
        {
          usage: "confirmation",
          courriel: courriel,
          expireLe: new Date(deps.now().getTime() + DAY).toISOString(),
          donnees: { code, nom, prenom, contrat: request.contrat },
          ...(known ? { compteId: known.id } : {}),
        },
        tokenHash(token),
      );
      const posting = { cle: `inscription:${id}`, destinataire: courriel };
      if (known?.motDePasse !== undefined && known.actif) await post(tx, "dejaInscrit", params, posting);
      else await post(tx, "confirmationInscription", params, { ...posting, secret: token });
    });
    deps.mailDue();
    return { message: signUpAnswer };
  };

/** G5, second step: the confirmed address gets its account, its dossier and its access, in one transaction. */
export const confirmSignUp =
  (deps: Deps, limits: SignUpLimits) =>
  async (token: string, motDePasse: string, from: string): Promise<{ dossierId: string }> => {
    limits.everybody.take("");
    limits.codes.take(from);
    const dead = () =>
      impossible(
        "Ce lien a expiré ou a déjà servi\u00a0: inscrivez-vous de nouveau avec votre code d’accès.",
      );
    const { jeton, cfa } = await deps.store.read(async (tx) => ({
      jeton: await tx.jetons.byToken("confirmation", tokenHash(token)),
      cfa: await tx.reglages.cfa(),
    }));
    if (!jeton || jeton.utiliseLe || jeton.expireLe <= deps.now().toISOString()) throw dead();
    const { code = "", nom = "", prenom = "" } = jeton.donnees ?? {};
    const contrat =
      jeton.donnees?.contrat === "professionnalisation" ? "professionnalisation" : "apprentissage";
    const problem = passwordProblem(motDePasse, [nom, prenom, jeton.courriel, cfa?.denomination]);
    if (problem) throw saisieInvalide([{ champ: "motDePasse", message: problem }]);
    const hash = await deps.passwords.hash(motDePasse);
    return deps.store.write(async (tx) => {
      if (!(await tx.jetons.consume(jeton.id, deps.now().toISOString()))) throw dead();
      const { formation, variante } = await openBy(tx, code, todayInParis(deps.now()));
      const known = await tx.comptes.byCourriel("portail", jeton.courriel);
      if (known?.motDePasse !== undefined && known.actif)
        throw impossible(
          "Cette adresse a déjà un compte\u00a0: connectez-vous par le volet gauche de l’écran d’accueil.",
        );
      const fullName = `${prenom} ${nom}`.trim();
      const compte =
        known ??
        (await tx.comptes.create({
          famille: "portail",
          courriel: jeton.courriel,
          nom: fullName,
          formations: [],
          motDePasse: hash,
          provisoire: false,
          actif: true,
        }));
      if (known)
        await tx.comptes.update(known.id, {
          motDePasse: hash,
          provisoire: false,
          provisoireExpire: undefined,
          actif: true,
        });
      const actor: Actor = {
        nom: fullName,
        compteId: compte.id,
        role: "alternant",
        porte: "portail",
        formations: [],
      };
      const dossier = await createDossier(deps, tx, actor, {
        formation,
        varianteId: variante?.id,
        contrat,
        courriel: jeton.courriel,
        nom,
        prenom,
        origine: "code",
        codeAcces: code,
      });
      const { invitationJours } = await currentDelais(tx);
      await tx.invitations.create({
        dossierId: dossier.id,
        qualite: "alternant",
        courriel: jeton.courriel,
        nom: fullName,
        compteId: compte.id,
        expireLe: new Date(deps.now().getTime() + invitationJours * DAY).toISOString(),
      });
      await tx.invitations.markFirstSignIn(compte.id, deps.now().toISOString());
      return { dossierId: dossier.id };
    });
  };
