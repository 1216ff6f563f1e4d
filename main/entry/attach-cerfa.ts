import type { DossierVue } from "../../shared/api/models.ts";
import type { Actor, Deps } from "../deps.ts";
import { open } from "../dossier/open.ts";
import { saisieInvalide } from "../errors.ts";
import { isPdf } from "../files.ts";

/** G11: the CERFA drawn up outside Cactus, attached in saisie simple; PDF only, checked by content. */
export const attachCerfa =
  (deps: Deps) =>
  async (
    actor: Actor,
    id: string,
    seen: number,
    file: { nom: string; contenu: Uint8Array },
  ): Promise<DossierVue> => {
    if (!isPdf(file.contenu))
      throw saisieInvalide([
        {
          champ: "fichier",
          message: "Ce fichier n’est pas un PDF lisible\u00a0: joignez le CERFA signé au format PDF.",
        },
      ]);
    return deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("joindreCerfa");
      opened.assertVersion(seen);
      const fichier = await tx.fichiers.add({
        nom: file.nom,
        type: "application/pdf",
        contenu: file.contenu,
        dossierId: id,
        par: actor.nom,
      });
      const after = await opened.move({
        cerfaExterne: { fichierId: fichier.id, nom: fichier.nom, le: fichier.creeLe },
      });
      await after.record("dossier.cerfa-joint", "a joint le CERFA établi hors de Cactus");
      return after.view();
    });
  };
