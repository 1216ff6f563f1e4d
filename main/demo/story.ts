import type { DossierVue } from "../../shared/api/models.ts";
import { findField, isShown } from "../../shared/dossier/index.ts";
import type { KnownBy } from "../../shared/dossier/kernel.ts";
import type { Actor, Deps } from "../deps.ts";
import { carryDates, confirmDates } from "../entry/dates.ts";
import { proposePay } from "../entry/propose-pay.ts";
import { validateTab } from "../entry/validate-tab.ts";
import { writeFields } from "../entry/write-fields.ts";
import { inviteAlternants } from "../invitations/invite-alternants.ts";
import { readDossier } from "../lists/read.ts";
import { enterEconomics, readEconomics, validateEconomics } from "../review/economics.ts";
import { freezeDossier } from "../review/freeze-dossier.ts";
import { moveDossier } from "../review/move-dossier.ts";
import { requestValidation } from "../review/request-validation.ts";
import { comeIn, type Staff } from "./accounts.ts";
import type { Data } from "./dossier-data.ts";
import type { Invented, Stage } from "./stages.ts";
import { after } from "./time.ts";

/** One thing that somebody did to a dossier, and when; done by the use cases, with the clock at that time. */
export interface Step {
  readonly at: Date;
  readonly stage: Stage;
  readonly geste: string;
  run(then: Deps): Promise<void>;
}

const entered: readonly Stage[] = ["base", "abandonne"];
const requested: readonly Stage[] = ["retourne", "demande", "valide", "economie", "pret", "simple"];
const validated: readonly Stage[] = ["valide", "economie", "pret", "simple"];
const reviewed: readonly Stage[] = ["economie", "pret"];

/** What happens to one dossier, in order; `opened` is told the dossier’s id as soon as it has one. */
export const storyOf = (
  invented: Invented,
  { administrator, adviser }: Staff,
  opened: (id: string) => void,
): readonly Step[] => {
  const { stage, formation, contrat, person, moments, base, suite, manque, datesReportees } = invented;
  let id = "";
  const steps: Step[] = [];
  const then = (moment: number, minutes: number, geste: string, run: Step["run"]): void => {
    steps.push({ at: after(moments[moment] as Date, minutes), stage, geste, run });
  };
  const alternant = (deps: Deps) => comeIn(deps, person.courriel, "alternant", id);
  const entreprise = (deps: Deps) => comeIn(deps, String(base.contactEntrepriseCourriel), "entreprise", id);
  const responsable = (deps: Deps) => comeIn(deps, formation.responsable.courriel, "formation", id);
  const seen = async (deps: Deps, actor: Actor) => (await readDossier(deps)(actor, id)).version;
  /** Fields of one kind, for each their person (G13). */
  const known = (by: (knownBy: KnownBy | undefined) => boolean): Data =>
    Object.fromEntries(
      Object.entries(suite).filter(([champ]) => !manque.includes(champ) && by(findField(champ)?.knownBy)),
    );

  then(stage === "invite" ? 1 : 0, 0, "inviter", async (deps) => {
    const { invites, refus } = await inviteAlternants(deps)(adviser, {
      formationId: formation.id,
      contrat,
      lignes: [person.nom, person.prenom, person.courriel].join(";"),
    });
    if (!invites[0]) throw new Error(refus.map(({ raison }) => raison).join("; "));
    id = invites[0].dossierId;
    opened(id);
  });
  if (stage === "invite") return steps;

  then(1, 0, "valider les données de base", async (deps) => {
    const actor = await alternant(deps);
    const { dateDebutExecution, dateFinContrat, ...rest } = base;
    await write(deps, actor, id, datesReportees ? rest : base);
    if (datesReportees) {
      const { version } = await carryDates(deps)(actor, id, await seen(deps, actor));
      if (stage !== "provisoire") await confirmDates(deps)(actor, id, version);
    }
    await validateTab(deps)(actor, id, "base");
    if (!entered.includes(stage))
      await write(
        deps,
        actor,
        id,
        known((by) => by === "alternant"),
      );
  });
  if (!entered.includes(stage)) {
    then(1, 25, "remplir la part de l’entreprise", async (deps) => {
      const actor = await entreprise(deps);
      await write(
        deps,
        actor,
        id,
        known((by) => by === "entreprise"),
      );
      if (contrat === "apprentissage" && !manque.includes("salaireBrutMensuel"))
        await proposePay(deps)(actor, id, await seen(deps, actor));
    });
    then(1, 50, "compléter", async (deps) => {
      await write(
        deps,
        adviser,
        id,
        known((by) => by !== "alternant" && by !== "entreprise"),
      );
      if (stage !== "partiel") assertSound(await readDossier(deps)(adviser, id));
    });
  }
  if (stage === "abandonne")
    then(2, 0, "abandonner", async (deps) => {
      const motif = "l’alternant a signé dans un autre CFA";
      await moveDossier(deps)(adviser, "abandonner", id, await seen(deps, adviser), motif);
    });
  if (requested.includes(stage))
    then(2, 0, "demander la validation", async (deps) => {
      const actor = await alternant(deps);
      await requestValidation(deps)(actor, id, await seen(deps, actor));
    });
  if (stage === "retourne")
    then(3, 0, "retourner", async (deps) => {
      const actor = await responsable(deps);
      const motif = "Le SIRET est celui du siège\u00a0: indiquez celui de l’établissement d’exécution.";
      await moveDossier(deps)(actor, "retourner", id, await seen(deps, actor), motif);
    });
  if (validated.includes(stage) && formation.modeValidation === "formation")
    then(3, 0, "valider", async (deps) => {
      const actor = await responsable(deps);
      await freezeDossier(deps)(actor, id, await seen(deps, actor));
    });
  if (reviewed.includes(stage))
    then(4, 0, "saisir les éléments économiques", async (deps) => {
      const { economie, proposition } = await readEconomics(deps)(adviser, id);
      if (!proposition) throw new Error("a validated dossier has its economic elements");
      await enterEconomics(deps)(adviser, id, economie.version, proposition);
    });
  if (stage === "pret")
    then(4, 30, "valider les éléments économiques", async (deps) => {
      const { economie } = await readEconomics(deps)(administrator, id);
      await validateEconomics(deps)(administrator, id, economie.version);
    });
  return steps;
};

/** Somebody types what their screen shows them; nothing of it may be refused. */
const write = async (deps: Deps, actor: Actor, id: string, data: Data): Promise<void> => {
  const { data: shown, mission, form } = await readDossier(deps)(actor, id);
  const ctx = { data: { ...shown, ...data }, mission, form };
  const changements = Object.entries(data)
    .filter(([champ, apres]) => {
      const field = findField(champ);
      return (!field || isShown(field, ctx)) && shown[champ] !== apres;
    })
    .map(([champ, apres]) => ({ champ, avant: shown[champ] ?? null, apres }));
  if (changements.length === 0) return;
  const { refus, conflits } = await writeFields(deps)(actor, id, changements);
  const champs = [...refus, ...conflits].map(({ champ }) => champ);
  if (champs.length > 0) throw new Error(`refused: ${champs.join(", ")}`);
};

/** The demonstration never shows as whole a dossier that is not: what is missing is named. */
const assertSound = ({ completude, constats }: DossierVue): void => {
  const champs = completude.onglets.flatMap(({ manquants, invalides }) => [
    ...manquants,
    ...invalides.map(({ champ }) => champ),
  ]);
  const regles = constats.filter(({ gravite }) => gravite === "bloquant").map(({ regle }) => regle);
  if (!completude.complet || regles.length > 0)
    throw new Error(`incomplete: ${[...champs, ...regles].join(", ")}`);
};
