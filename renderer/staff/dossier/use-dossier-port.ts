import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { DossierVue } from "../../../shared/api/models.ts";
import type { FormPort } from "../../form/index.ts";
import { api, client } from "../../ui/client.ts";
import { hasCode } from "../../ui/errors.ts";

const queryKeyOf = (id: string) => api.dossiers.lire.queryKey({ input: { id } });

/** A fresh view replaces the cached one; what is computed from the dossier elsewhere is read again when shown. */
const publish = (queries: QueryClient, vue: DossierVue): void => {
  queries.setQueryData<DossierVue>(queryKeyOf(vue.id), (before) =>
    before && before.version > vue.version ? before : vue,
  );
  for (const queryKey of [
    api.dossiers.lister.key(),
    api.dossiers.historique.key(),
    api.dossiers.depot.key({ input: { id: vue.id } }),
    api.economie.lire.key({ input: { id: vue.id } }),
    api.tableau.key(),
  ])
    void queries.invalidateQueries({ queryKey });
};

/** The form’s way to the staff contract. */
export const useDossierPort = (id: string): FormPort<DossierVue> => {
  const queries = useQueryClient();
  return useMemo(() => {
    // A session that ended is noticed where every query is: the lock screen opens, what was typed stays.
    const watched = async <T>(call: Promise<T>): Promise<T> => {
      try {
        return await call;
      } catch (error) {
        if (hasCode(error, "NON_CONNECTE")) void queries.invalidateQueries({ queryKey: queryKeyOf(id) });
        throw error;
      }
    };
    return {
      write: (changements) => watched(client.dossiers.ecrire({ id, changements: [...changements] })),
      validate: (onglet) => watched(client.dossiers.validerOnglet({ id, onglet })),
      explain: (champ) => watched(client.dossiers.pourquoi({ id, champ })),
      reveal: async () => (await watched(client.dossiers.revelerNir({ id }))).nir,
      onView: (vue) => publish(queries, vue),
    };
  }, [id, queries]);
};
