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

/** What happens to one dossier, in order, up to its stage; `opened` is told its id as soon as it has one. */
export const storyOf = (
  invented: Invented,
  { administrator, adviser }: Staff,
  opened: (id: string) => void,
): readonly Step[] => {
  const { stage, formation, contrat, person, moments, base, suite, manque, datesReportees } = invented;
  /** The dossier as whoever acted last left it: nobody else touches it. */
  let vue: DossierVue;
  const steps: Step[] = [];
  const then = (moment: number, minutes: number, geste: string, run: Step["run"]): void => {
    steps.push({ at: after(moments[moment] as Date, minutes), stage, geste, run });
  };
  const alternant = (deps: Deps) => comeIn(deps, person.courriel, "alternant", vue.id);
  const entreprise = (deps: Deps) =>
    comeIn(deps, String(base.contactEntrepriseCourriel), "entreprise", vue.id);
  const responsable = (deps: Deps) => comeIn(deps, formation.responsable.courriel, "formation", vue.id);
  /** Who knows a field fills it (G13). */
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
    if (!invites[0]) throw new Error(refus.map(({ raison }) => raison).join(" "));
    vue = await readDossier(deps)(adviser, invites[0].dossierId);
    opened(vue.id);
  });
  if (stage === "invite") return steps;

  then(1, 0, "valider les données de base", async (deps) => {
    const actor = await alternant(deps);
    const { dateDebutExecution, dateFinContrat, ...rest } = base;
    vue = await write(deps, actor, vue, datesReportees ? rest : base);
    if (datesReportees) vue = await carryDates(deps)(actor, vue.id, vue.version);
    if (datesReportees && stage !== "provisoire") vue = await confirmDates(deps)(actor, vue.id, vue.version);
    vue = await validateTab(deps)(actor, vue.id, "base");
    if (!entered.includes(stage))
      vue = await write(
        deps,
        actor,
        vue,
        known((by) => by === "alternant"),
      );
  });
  if (!entered.includes(stage))
    then(1, 25, "remplir le dossier", async (deps) => {
      const actor = await entreprise(deps);
      const theirs = known((by) => by === "entreprise");
      vue = await write(deps, actor, vue, theirs);
      // What nobody of the contract knows, the CFA fills.
      vue = await write(
        deps,
        adviser,
        vue,
        known((by) => by !== "alternant" && by !== "entreprise"),
      );
      if (contrat === "apprentissage" && !manque.includes("salaireBrutMensuel"))
        vue = await proposePay(deps)(actor, vue.id, vue.version);
      if (manque.length === 0) assertSound(vue);
    });
  if (stage === "abandonne")
    then(2, 0, "abandonner", async (deps) => {
      const motif = "l’alternant a signé dans un autre CFA";
      vue = await moveDossier(deps)(adviser, "abandonner", vue.id, vue.version, motif);
    });
  if (requested.includes(stage))
    then(2, 0, "demander la validation", async (deps) => {
      vue = await requestValidation(deps)(await alternant(deps), vue.id, vue.version);
    });
  if (stage === "retourne")
    then(3, 0, "retourner", async (deps) => {
      const motif = "Le SIRET est celui du siège\u00a0: indiquez celui de l’établissement d’exécution.";
      vue = await moveDossier(deps)(await responsable(deps), "retourner", vue.id, vue.version, motif);
    });
  if (validated.includes(stage) && formation.modeValidation === "formation")
    then(3, 0, "valider", async (deps) => {
      vue = await freezeDossier(deps)(await responsable(deps), vue.id, vue.version);
    });
  if (reviewed.includes(stage))
    then(4, 0, "saisir les éléments économiques", async (deps) => {
      const { economie, proposition } = await readEconomics(deps)(adviser, vue.id);
      if (!proposition) throw new Error("a validated dossier has its economic elements");
      await enterEconomics(deps)(adviser, vue.id, economie.version, proposition);
    });
  if (stage === "pret")
    then(4, 30, "valider les éléments économiques", async (deps) => {
      const { economie } = await readEconomics(deps)(administrator, vue.id);
      await validateEconomics(deps)(administrator, vue.id, economie.version);
    });
  return steps;
};

/** Somebody types what their screen asks of them; nothing of it may be refused. */
const write = async (deps: Deps, actor: Actor, vue: DossierVue, typed: Data): Promise<DossierVue> => {
  const { data: shown, mission, form } = vue;
  const ctx = { data: { ...shown, ...typed }, mission, form };
  const changements = Object.entries(typed)
    .filter(([champ, apres]) => {
      const field = findField(champ);
      return shown[champ] !== apres && (field === undefined || isShown(field, ctx));
    })
    .map(([champ, apres]) => ({ champ, avant: shown[champ] ?? null, apres }));
  if (changements.length === 0) return vue;
  const { dossier, refus, conflits } = await writeFields(deps)(actor, vue.id, changements);
  const champs = [...refus, ...conflits].map(({ champ }) => champ);
  if (champs.length > 0) throw new Error(`refused: ${champs.join(", ")}`);
  return dossier;
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
