import type { DossierLigne, DossierVue, Evenement } from "../../shared/api/models.ts";
import { nextStep, type PortalQualite } from "../../shared/workflow/index.ts";
import { resendInvitation } from "../access/resend-invitation.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { load, withFormation } from "../dossiers/policy.ts";
import { rowOf } from "../dossiers/view.ts";
import { impossible, interdit } from "../errors.ts";
import type { PortalPerson } from "./people.ts";

export type PortalRow = DossierLigne & { qualite: PortalQualite; phrase: string; changeDepuis: boolean };

const MAX_ROWS = 200;

/** Every dossier that concerns this person, and those only (G7). A formation head sees her formations’ dossiers. */
export const listMine =
  (deps: Deps) =>
  async (person: PortalPerson): Promise<PortalRow[]> =>
    deps.store.read(async (tx) => {
      const acces = await tx.invitations.accesOf(person.compte.id);
      const rows: PortalRow[] = [];
      const seen = new Set<string>();
      for (const one of acces) {
        if (one.dossierId && !seen.has(one.dossierId)) {
          seen.add(one.dossierId);
          const dossier = await tx.dossiers.byId(one.dossierId);
          if (!dossier) continue;
          const loaded = await withFormation(tx, dossier);
          rows.push({
            ...rowOf(dossier, loaded.formation),
            qualite: one.qualite,
            phrase: nextStep(loaded.facts).phrase,
            changeDepuis: false,
          });
        }
      }
      const formationIds = acces.flatMap((one) => (one.formationId ? [one.formationId] : []));
      if (formationIds.length > 0) {
        const page = await tx.dossiers.list(
          { formationIds, etats: ["saisie", "demande", "valide", "invite"] },
          { tri: "modifieLe", sens: "desc", limite: MAX_ROWS },
        );
        for (const ligne of page.lignes) {
          if (seen.has(ligne.id)) continue;
          const dossier = await tx.dossiers.byId(ligne.id);
          if (!dossier) continue;
          const loaded = await withFormation(tx, dossier);
          rows.push({
            ...ligne,
            qualite: "formation",
            phrase: nextStep(loaded.facts).phrase,
            changeDepuis: dossier.etat === "demande" && (await changesSince(tx, ligne.id)).lignes.length > 0,
          });
        }
      }
      return rows;
    });

const MOVES = new Set(["dossier.demande", "dossier.retourner"]);

/** What moved between the last request (or return) and the one before: a second review takes seconds. */
const changesSince = async (tx: Tx, id: string): Promise<{ depuis?: string; lignes: Evenement[] }> => {
  const { lignes } = await tx.audit.ofDossier(id, { limite: 200 });
  const marks = lignes.filter((event) => MOVES.has(event.action));
  // The newest mark is the request under review; what matters happened after the mark before it.
  const previous = marks[1];
  if (!previous) return { lignes: [] };
  return {
    depuis: previous.le,
    lignes: lignes.filter((event) => event.le > previous.le && event.changements.length > 0),
  };
};

export const readChanges =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<{ depuis?: string; lignes: Evenement[] }> => {
    if (actor.role !== "formation") throw interdit("Cette comparaison est réservée à la formation.");
    return deps.store.read(async (tx) => {
      await load(tx, actor, id);
      return changesSince(tx, id);
    });
  };

/** The alternant sees which address was invited and when, and can ask for it again; the same address only. */
export const resendCompany =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<void> => {
    const courriel = await deps.store.read(async (tx) => {
      await load(tx, actor, id);
      const invitation = (await tx.invitations.ofDossier(id)).find(
        (one) => one.qualite === "entreprise" && !one.annuleeLe,
      );
      if (!invitation)
        throw impossible("L’entreprise n’est pas encore invitée\u00a0: validez les données de base.");
      return invitation.courriel;
    });
    await resendInvitation(deps)(actor, id, "entreprise", courriel);
  };

export const withQualite = (view: DossierVue, actor: Actor): DossierVue & { qualite: PortalQualite } => ({
  ...view,
  qualite: actor.role as PortalQualite,
});
