import type { Tx } from "../../db/ports.ts";
import type { Economie, EconomieSaisie } from "../../shared/api/models.ts";
import { type EconomicsResult, economics } from "../../shared/rules/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { constatFor } from "../dossier/constat.ts";
import { type OpenDossier, open } from "../dossier/open.ts";
import { impossible } from "../errors.ts";
import { economicsInput } from "./economics-input.ts";

const viewFrom = (
  actor: Actor,
  economie: Economie,
  saisie: EconomieSaisie | undefined,
  opened: OpenDossier,
) => {
  const input = economicsInput(opened.dossier, opened.formation, saisie);
  const result: EconomicsResult | undefined = input ? economics(input) : undefined;
  return {
    economie,
    proposition: result ? proposalFrom(result, saisie) : undefined,
    constats: (result?.constats ?? []).map((finding) => constatFor(actor, finding)),
    echeancier: (result?.echeancier ?? []).map((row) => ({ ...row })),
  };
};

const proposalFrom = (result: EconomicsResult, saisie: EconomieSaisie | undefined): EconomieSaisie => ({
  annees: result.annees.map((year) => ({
    annee: year.annee,
    coutCentimes: year.coutCentimes,
    npecCentimes: year.npecCentimes,
    priseEnChargeCentimes: year.priseEnChargeCentimes,
    participationCentimes: year.participationCentimes,
    fraisAnnexesCentimes: year.fraisAnnexesCentimes,
    resteAChargeCentimes: year.resteAChargeCentimes,
  })),
  frais: saisie?.frais ?? { nuitees: 0, repas: 0, premierEquipementCentimes: 0, mobiliteCentimes: 0 },
  majorationRqthCentimes: result.majorationRqthCentimes,
  resteAChargePrevu: saisie?.resteAChargePrevu ?? false,
  remarque: saisie?.remarque,
});

const viewOf = async (tx: Tx, actor: Actor, opened: OpenDossier) => {
  const { saisie, ...economie } = await tx.economies.get(opened.id);
  return viewFrom(actor, economie, saisie, opened);
};

/** The economic review is the CFA’s: neither the alternant, nor the company, nor the formation head sees it. */
export const readEconomics = (deps: Deps) => async (actor: Actor, id: string) =>
  deps.store.read(async (tx) => viewOf(tx, actor, await open(deps, tx, actor, id)));

export const enterEconomics =
  (deps: Deps) => async (actor: Actor, id: string, seen: number, saisie: EconomieSaisie) =>
    deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("saisirEconomie");
      await tx.economies.save(id, saisie, actor.nom, seen);
      await opened.record("economie.saisie", "a saisi les éléments économiques");
      return viewOf(tx, actor, opened);
    });

/** G22: the CFA validates, by name and date; only then is there a convention. */
export const validateEconomics = (deps: Deps) => async (actor: Actor, id: string, seen: number) => {
  const view = await deps.store.write(async (tx) => {
    const opened = await open(deps, tx, actor, id);
    opened.assert("validerEconomie");
    const before = await viewOf(tx, actor, opened);
    const blocking = before.constats.filter((finding) => finding.gravite === "bloquant");
    if (blocking.length > 0) throw impossible(blocking.map((finding) => finding.message).join(" "));
    await tx.economies.validate(id, actor.nom, seen);
    await opened.record(
      "economie.validee",
      "a validé les éléments économiques\u00a0: la convention est disponible",
    );
    await opened.say("conventionDisponible");
    return viewOf(tx, actor, opened);
  });
  deps.mailDue();
  return view;
};

export const reopenEconomics =
  (deps: Deps) => async (actor: Actor, id: string, seen: number, motif: string) =>
    deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("rouvrirEconomie");
      await tx.economies.reopen(id, seen);
      await opened.record("economie.rouverte", `a rouvert la revue économique\u00a0: «\u00a0${motif}\u00a0»`);
      return viewOf(tx, actor, opened);
    });
