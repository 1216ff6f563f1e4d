import type { Formation } from "../../shared/api/models.ts";
import type { Actor, Deps } from "../deps.ts";
import { maySee } from "../dossier/open.ts";
import { introuvable } from "../errors.ts";

export const listFormations =
  (deps: Deps) => async (actor: Actor, request: { archivees: boolean; recherche?: string }) =>
    deps.store.read(async (tx) => {
      const all = await tx.formations.list({
        archivees: request.archivees,
        ...(actor.formations.length > 0 ? { ids: actor.formations } : {}),
      });
      const counts = await tx.formations.countDossiers();
      const needle = fold(request.recherche ?? "");
      return all
        .filter(
          (one) =>
            needle === "" ||
            fold(
              `${one.titre} ${one.code} ${one.variantes.map((v) => v.code).join(" ")} ${one.responsable.nom}`,
            ).includes(needle),
        )
        .map((one) => ({
          ...one,
          dossiers: counts[one.id] ?? 0,
          sansCalendrier: one.calendrier.mode === "absent",
          sansProgramme: one.programme.mode === "absent",
        }));
    });

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

export const readFormation =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<Formation> =>
    deps.store.read(async (tx) => {
      const one = await tx.formations.byId(id);
      if (!one || !maySee(actor, id)) throw introuvable("Formation");
      return one;
    });
