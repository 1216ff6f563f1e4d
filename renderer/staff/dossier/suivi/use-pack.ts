import { useState } from "react";
import type { DocumentType } from "../../../../shared/workflow/index.ts";
import { client } from "../../../ui/client.ts";
import { saveFile } from "../../../ui/download.ts";
import { notifyError } from "../use-gesture.ts";

const pollMs = 400;
const pause = () => new Promise((resolve) => setTimeout(resolve, pollMs));

/** The pack of one dossier: asked for, waited for, saved. */
export const usePack = (id: string) => {
  const [busy, setBusy] = useState(false);
  const make = async (types: DocumentType[]): Promise<void> => {
    setBusy(true);
    try {
      let tache = await client.documents.lancerLiasse({ ids: [id], types });
      while (tache.etat === "en-cours") {
        await pause();
        tache = await client.documents.tache({ id: tache.id });
      }
      if (tache.etat === "terminee")
        saveFile(await client.documents.recupererLiasse({ id: tache.id }), tache.nomFichier);
      else notifyError(undefined, tache.erreur ?? "La liasse n’a pas pu être produite");
    } catch (error) {
      notifyError(error, "La liasse n’a pas pu être produite");
    } finally {
      setBusy(false);
    }
  };
  return { make, busy };
};
