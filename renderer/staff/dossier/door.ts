import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { DossierVue } from "../../../shared/api/models.ts";
import type { DocumentType } from "../../../shared/workflow/index.ts";
import { commonGestureNames, type DossierDoor, type Liasse, only } from "../../dossier/door.ts";
import { useGesture } from "../../dossier/use-gesture.tsx";
import { api, client } from "../../ui/client.ts";

const deskGestures = {
  ...only(client.dossiers, [
    ...commonGestureNames,
    "confirmerAlerte",
    "reprendreCerfa",
    "rouvrir",
    "abandonner",
    "reprendre",
    "inviterDeNouveau",
    "codeTelephone",
    "lettreAcces",
  ]),
  economie: only(client.economie, ["saisir", "valider", "rouvrir"]),
  suivi: only(client.suivi, ["ecrireDepot", "ajouter", "modifier", "retirer"]),
};

export type DeskGestures = typeof deskGestures;

/** The gestures of a dossier at the CFA’s desk, for the cards only this app has. */
export const useDeskGesture = () => useGesture<DeskGestures>();

const pollMs = 400;
const pause = () => new Promise((resolve) => setTimeout(resolve, pollMs));

/** The pack of one dossier: asked for, waited for. */
const liasse = async (id: string, types: DocumentType[]): Promise<Liasse> => {
  let tache = await client.documents.lancerLiasse({ ids: [id], types });
  while (tache.etat === "en-cours") {
    await pause();
    tache = await client.documents.tache({ id: tache.id });
  }
  return tache.etat === "terminee"
    ? { fichier: await client.documents.recupererLiasse({ id: tache.id }), nom: tache.nomFichier }
    : { erreur: tache.erreur ?? "La liasse n’a pas pu être produite" };
};

/** A fresh view replaces the cached one; what is computed from the dossier elsewhere is read again when shown. */
const publish = (queries: QueryClient, vue: DossierVue): void => {
  queries.setQueryData<DossierVue>(api.dossiers.lire.queryKey({ input: { id: vue.id } }), (before) =>
    before && before.version > vue.version ? before : vue,
  );
  for (const queryKey of [
    api.dossiers.lister.key(),
    api.dossiers.historique.key(),
    api.dossiers.depot.key({ input: { id: vue.id } }),
    api.economie.lire.key({ input: { id: vue.id } }),
    api.suivi.key(),
    api.tableau.key(),
  ])
    void queries.invalidateQueries({ queryKey });
};

/** The desk’s way to a dossier: the staff contract. */
export const useDeskDoor = (id: string): DossierDoor<DeskGestures> => {
  const queries = useQueryClient();
  return useMemo(
    () => ({
      gestures: deskGestures,
      ask: {
        ...only(client.dossiers, ["pourquoi", "revelerNir", "comparerCerfa"]),
        lire: () =>
          queries.fetchQuery({ ...api.dossiers.lire.queryOptions({ input: { id } }), staleTime: 0 }),
        document: client.documents.produire,
        liasse: (types) => liasse(id, types),
      },
      publish: (vue) => publish(queries, vue),
    }),
    [id, queries],
  );
};
