import type { DossierFilter, DossierTri } from "../../db/ports.ts";
import type { DossierLigne, DossierVue, Evenement } from "../../shared/api/models.ts";
import type { Filtre } from "../../shared/api/staff/dossiers.ts";
import type { Actor, Deps } from "../deps.ts";
import { constatFor } from "../dossier/constat.ts";
import { formOfDossier } from "../dossier/form.ts";
import { judgeIn } from "../dossier/judge.ts";
import { load } from "../dossier/load.ts";
import { buildView } from "../dossier/view.ts";

export const readDossier =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<DossierVue> =>
    deps.store.read(async (tx) => buildView(deps, tx, actor, await load(tx, actor, id)));

/** A secrétaire’s lists stop at her formations, whatever the filter says. */
export const scope = (actor: Actor, filtre: Filtre): DossierFilter => ({
  ...filtre,
  ...(actor.formations.length > 0 ? { formationIds: actor.formations } : {}),
});

export interface ListRequest {
  readonly filtre: Filtre;
  readonly tri: DossierTri;
  readonly sens: "asc" | "desc";
  readonly limite: number;
  readonly curseur?: string;
  readonly avecTotaux: boolean;
}

export const listDossiers = (deps: Deps) => async (actor: Actor, request: ListRequest) =>
  deps.store.read(async (tx) => {
    const filter = scope(actor, request.filtre);
    const { tri, sens, limite, curseur } = request;
    const page = await tx.dossiers.list(filter, { tri, sens, limite, curseur });
    const lignes: DossierLigne[] = [...page.lignes];
    if (!request.avecTotaux) return { lignes, suite: page.suite };
    const { total, ...facettes } = await tx.dossiers.facettes(filter);
    return { lignes, suite: page.suite, total, facettes };
  });

export const readHistory =
  (deps: Deps) =>
  async (actor: Actor, id: string, curseur?: string): Promise<{ lignes: Evenement[]; suite?: string }> =>
    deps.store.read(async (tx) => {
      await load(tx, actor, id);
      const page = await tx.audit.ofDossier(id, { limite: 50, curseur });
      return { lignes: [...page.lignes], suite: page.suite };
    });

/** « Contrôler » on a selection: every finding, dossier by dossier. */
export const checkDossiers = (deps: Deps) => async (actor: Actor, ids: readonly string[]) =>
  deps.store.read(async (tx) => {
    const out = [];
    for (const id of ids) {
      const { dossier, formation } = await load(tx, actor, id);
      const judgement = await judgeIn(tx, deps.now(), {
        data: dossier.data,
        formation,
        form: await formOfDossier(tx, dossier, deps.now()),
        exceptId: id,
      });
      out.push({
        id,
        reference: dossier.reference,
        complet: judgement.completude.complet,
        constats: judgement.constats.map((finding) =>
          constatFor(actor, finding, dossier.confirmations[finding.regle]),
        ),
      });
    }
    return out;
  });
