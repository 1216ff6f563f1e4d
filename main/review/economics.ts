import type { Tx } from "../../db/ports.ts";
import type { Economie, EconomieSaisie } from "../../shared/api/models.ts";
import { type EconomicsResult, economics } from "../../shared/rules/index.ts";
import { isStaff } from "../../shared/workflow/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { announce } from "../dossier/announce.ts";
import { auditBy } from "../dossier/change.ts";
import { constatFor } from "../dossier/constat.ts";
import { assertAllowed, type Loaded, load } from "../dossier/load.ts";
import { impossible, interdit } from "../errors.ts";
import { economicsInput } from "./economics-input.ts";

const viewFrom = (actor: Actor, economie: Economie, saisie: EconomieSaisie | undefined, loaded: Loaded) => {
  const input = economicsInput(loaded.dossier, loaded.formation, saisie);
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

/** The economic review is the CFA’s: neither the alternant, nor the company, nor the formation head sees it. */
const assertOffice = (actor: Actor): void => {
  if (actor.role !== "systeme" && !isStaff(actor.role)) throw interdit();
};

const viewIn = async (tx: Tx, actor: Actor, id: string) => {
  const { saisie, ...economie } = await tx.economies.get(id);
  return viewFrom(actor, economie, saisie, await load(tx, actor, id));
};

export const readEconomics = (deps: Deps) => async (actor: Actor, id: string) => {
  assertOffice(actor);
  return deps.store.read(async (tx) => viewIn(tx, actor, id));
};

export const enterEconomics =
  (deps: Deps) => async (actor: Actor, id: string, seen: number, saisie: EconomieSaisie) => {
    assertOffice(actor);
    return deps.store.write(async (tx) => {
      const { facts } = await load(tx, actor, id);
      assertAllowed(actor, "saisirEconomie", facts);
      await tx.economies.save(id, saisie, actor.nom, seen);
      await tx.audit.record(
        auditBy(actor, {
          action: "economie.saisie",
          dossierId: id,
          phrase: "a saisi les éléments économiques",
        }),
      );
      return viewIn(tx, actor, id);
    });
  };

/** G22: the CFA validates, by name and date; only then is there a convention. */
export const validateEconomics = (deps: Deps) => async (actor: Actor, id: string, seen: number) => {
  assertOffice(actor);
  const view = await deps.store.write(async (tx) => {
    const loaded = await load(tx, actor, id);
    assertAllowed(actor, "validerEconomie", loaded.facts);
    const before = await viewIn(tx, actor, id);
    const blocking = before.constats.filter((finding) => finding.gravite === "bloquant");
    if (blocking.length > 0) throw impossible(blocking.map((finding) => finding.message).join(" "));
    await tx.economies.validate(id, actor.nom, seen);
    await tx.audit.record(
      auditBy(actor, {
        action: "economie.validee",
        dossierId: id,
        phrase: "a validé les éléments économiques\u00a0: la convention est disponible",
      }),
    );
    const { dossier } = await load(tx, actor, id);
    await announce(tx, "conventionDisponible", {
      dossier,
      formation: loaded.formation,
      cfa: await tx.reglages.cfa(),
    });
    return viewIn(tx, actor, id);
  });
  deps.mailDue();
  return view;
};

export const reopenEconomics =
  (deps: Deps) => async (actor: Actor, id: string, seen: number, motif: string) => {
    assertOffice(actor);
    return deps.store.write(async (tx) => {
      const { facts } = await load(tx, actor, id);
      assertAllowed(actor, "rouvrirEconomie", facts);
      await tx.economies.reopen(id, seen);
      await tx.audit.record(
        auditBy(actor, {
          action: "economie.rouverte",
          dossierId: id,
          phrase: `a rouvert la revue économique\u00a0: «\u00a0${motif}\u00a0»`,
        }),
      );
      return viewIn(tx, actor, id);
    });
  };
