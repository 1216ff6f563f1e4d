import type { DossierVue } from "../../shared/api/models.ts";
import type { FormPort } from "../form/index.ts";
import { hasCode } from "../ui/errors.ts";
import type { DossierDoor } from "./door.ts";

/** The form’s way through a door. */
export const formPort = (id: string, { gestures, ask, publish }: DossierDoor): FormPort<DossierVue> => {
  // A session that ended is noticed where every query is: the app asks to sign in again, what was typed stays.
  const watched = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      if (hasCode(error, "NON_CONNECTE")) void ask.lire().catch(() => undefined);
      throw error;
    }
  };
  return {
    write: (changements) => watched(gestures.ecrire({ id, changements: [...changements] })),
    validate: (onglet) => watched(gestures.validerOnglet({ id, onglet })),
    explain: (champ) => watched(ask.pourquoi({ id, champ })),
    reveal: async () => (await watched(ask.revelerNir({ id }))).nir,
    onView: publish,
  };
};
