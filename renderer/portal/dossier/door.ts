import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { DossierVue } from "../../../shared/api/models.ts";
import { commonGestureNames, type DossierDoor, only } from "../../dossier/door.ts";
import { api, client } from "../client.ts";

const gestures = only(client.dossiers, [...commonGestureNames, "renvoyerEntreprise"]);

/** The portal’s way to a dossier. */
export const usePortalDoor = (id: string): DossierDoor => {
  const queries = useQueryClient();
  return useMemo(
    () => ({
      gestures,
      ask: {
        ...only(client.dossiers, ["pourquoi", "revelerNir", "document", "changements", "vie"]),
        lire: () =>
          queries.fetchQuery({ ...api.dossiers.lire.queryOptions({ input: { id } }), staleTime: 0 }),
      },
      publish: (vue) => {
        queries.setQueryData<DossierVue>(api.dossiers.lire.queryKey({ input: { id } }), (before) =>
          before && before.version > vue.version ? before : vue,
        );
        void queries.invalidateQueries({ queryKey: api.dossiers.lister.key() });
      },
    }),
    [id, queries],
  );
};
