import type { Actor, Deps } from "../deps.ts";
import { saisieInvalide } from "../errors.ts";
import { isPdf } from "../files.ts";

/** Keeps a calendrier or programme PDF, checked by content; it counts once the formation is saved with it (G23). */
export const storePiece =
  (deps: Deps) =>
  async (
    actor: Actor,
    file: { nom: string; contenu: Uint8Array },
  ): Promise<{ fichierId: string; nom: string }> => {
    if (!isPdf(file.contenu))
      throw saisieInvalide([
        {
          champ: "fichier",
          message: "Ce fichier n’est pas un PDF lisible\u00a0: fournissez le document au format PDF.",
        },
      ]);
    const fichier = await deps.store.write((tx) =>
      tx.fichiers.add({ nom: file.nom, type: "application/pdf", contenu: file.contenu, par: actor.nom }),
    );
    return { fichierId: fichier.id, nom: fichier.nom };
  };
