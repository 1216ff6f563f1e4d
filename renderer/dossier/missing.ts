import type { DossierVue } from "../../shared/api/models.ts";
import type { Onglet } from "../../shared/dossier/kernel.ts";
import { allProgress, type SessionState, tabOfField } from "../form/index.ts";

type Constat = DossierVue["constats"][number];

export interface MissingTab {
  /** Absent for what no field of an open tab can mend. */
  readonly onglet?: Onglet;
  /** Empty or refused, in screen order. */
  readonly champs: readonly string[];
  readonly bloquants: readonly Constat[];
}

/** What stops « Demande de validation », tab by tab: fields to fill or correct, then the controls that block. */
export const missingBeforeRequest = (state: SessionState<DossierVue>): MissingTab[] => {
  const { constats, mission } = state.view;
  const progress = allProgress(state);
  const tabs = progress.map(({ onglet }) => onglet);
  const bloquants = Map.groupBy(
    constats.filter(({ gravite }) => gravite === "bloquant"),
    ({ champs }) => champs.map((champ) => tabOfField(state, champ, tabs)).find(Boolean),
  );
  return [
    ...progress.map(
      ({ onglet, manquants, invalides }): MissingTab => ({
        onglet,
        // A mission that is not required does not hold the request back.
        champs:
          onglet === "mission" && mission !== "obligatoire"
            ? []
            : [...new Set([...manquants, ...invalides.map(({ champ }) => champ)])],
        bloquants: bloquants.get(onglet) ?? [],
      }),
    ),
    { champs: [], bloquants: bloquants.get(undefined) ?? [] },
  ].filter(({ champs, bloquants: here }) => champs.length + here.length > 0);
};
