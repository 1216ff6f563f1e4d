import { createContext, useContext } from "react";
import type { DossierVue } from "../../../shared/api/models.ts";
import type { Action } from "../../../shared/workflow/index.ts";
import type { FormSession } from "../../form/index.ts";

export interface DossierScreenContext {
  readonly vue: DossierVue;
  readonly session: FormSession<DossierVue>;
  /** Opens the tab of a field and moves to it. */
  readonly goTo: (champ: string) => void;
  /** A part of the screen holds something typed and not saved: leaving asks first. */
  readonly setDirty: (part: string, dirty: boolean) => void;
}

export const DossierContextReact = createContext<DossierScreenContext | undefined>(undefined);

export const useDossier = (): DossierScreenContext => {
  const context = useContext(DossierContextReact);
  if (!context) throw new Error("useDossier outside DossierScreen");
  return context;
};

/** What the server decided of an action: the same answer it will give when the button is pressed. */
export const useDecision = (action: Action): { permis: boolean; raison?: string } => {
  const { vue } = useDossier();
  return vue.decisions.find((one) => one.action === action) ?? { permis: false };
};
