import type { DossierFilter, DossierRang, DossierTri, Tx } from "../../db/ports.ts";
import type { DossierLigne, DossierVue, Evenement } from "../../shared/api/models.ts";
import type { Filtre } from "../../shared/api/staff/dossiers.ts";
import type { Actor, Deps } from "../deps.ts";
import { constatFor } from "../dossier/constat.ts";
import { freshRows } from "../dossier/judgements.ts";
import { open } from "../dossier/open.ts";

export const readDossier =
  (deps: Deps) =>
  async (actor: Actor, id: string): Promise<DossierVue> =>
    deps.store.read(async (tx) => (await open(deps, tx, actor, id)).view());

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

/** A row without what tells that its judgement holds. */
export const ligneOf = ({ jugementCle: _cle, mission: _mission, ...ligne }: DossierRang): DossierLigne =>
  ligne;

type Facettes = Omit<Awaited<ReturnType<Tx["dossiers"]["facettes"]>>, "total" | "dont">;

export const listDossiers = (deps: Deps) => async (actor: Actor, request: ListRequest) =>
  freshRows<{ lignes: DossierLigne[]; suite?: string; total?: number; facettes?: Facettes }>(
    deps,
    async (tx) => {
      const filter = scope(actor, request.filtre);
      const { tri, sens, limite, curseur } = request;
      const { lignes: rows, suite } = await tx.dossiers.list(filter, { tri, sens, limite, curseur });
      const lignes = rows.map(ligneOf);
      if (!request.avecTotaux) return { rows, value: { lignes, suite } };
      const { total, dont: _dont, ...facettes } = await tx.dossiers.facettes(filter);
      return { rows, value: { lignes, suite, total, facettes } };
    },
  );

export const readHistory =
  (deps: Deps) =>
  async (actor: Actor, id: string, curseur?: string): Promise<{ lignes: Evenement[]; suite?: string }> =>
    deps.store.read(async (tx) => {
      await open(deps, tx, actor, id);
      const page = await tx.audit.ofDossier(id, { limite: 50, curseur });
      return { lignes: [...page.lignes], suite: page.suite };
    });

/** « Contrôler » on a selection: every finding, dossier by dossier. */
export const checkDossiers = (deps: Deps) => async (actor: Actor, ids: readonly string[]) =>
  deps.store.read(async (tx) => {
    const out = [];
    for (const id of ids) {
      const { dossier, judgement } = await open(deps, tx, actor, id);
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
