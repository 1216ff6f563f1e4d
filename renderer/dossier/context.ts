import { createContext, useContext } from "react";
import type { DossierVue } from "../../shared/api/models.ts";
import type { Who } from "../../shared/dossier/index.ts";
import { type Action, transitions } from "../../shared/workflow/index.ts";
import type { FormSession } from "../form/index.ts";
import type { DossierGestures, DossierQuestions } from "./door.ts";

/** Who is in front of the screen: only words and density depend on it, what may be done is the server’s decision. */
export type Audience = Who;

export interface DossierOnScreen {
  readonly vue: DossierVue;
  readonly session: FormSession<DossierVue>;
  readonly audience: Audience;
  /** What may be asked of the server at any moment; what changes the dossier goes through `useGesture`. */
  readonly ask: DossierQuestions;
  /** Whether this door has a gesture at all. */
  readonly offers: (gesture: keyof DossierGestures) => boolean;
  /** Opens the tab of a field and moves to it. */
  readonly goTo: (champ: string) => void;
  /** A part of the screen holds something typed and not saved: leaving asks first. */
  readonly setDirty: (part: string, dirty: boolean) => void;
}

export const DossierContext = createContext<DossierOnScreen | undefined>(undefined);

export const useDossier = (): DossierOnScreen => {
  const context = useContext(DossierContext);
  if (!context) throw new Error("useDossier outside DossierProvider");
  return context;
};

export interface ShownDecision {
  readonly permis: boolean;
  readonly raison?: string;
  /** Refused now by a condition, not for ever: the button is drawn with its reason. Otherwise it is not drawn. */
  readonly attend: boolean;
}

/** What the server decided of an action: the same answer it will give when the button is pressed. */
export const decisionOf = ({ decisions, lecteur, etat }: DossierVue, action: Action): ShownDecision => {
  const { permis, raison } = decisions.find((one) => one.action === action) ?? { permis: false };
  const known = transitions.some(
    (row) => row.action === action && row.by[lecteur] && row.from.includes(etat),
  );
  return { permis, ...(raison ? { raison } : {}), attend: !permis && known };
};
export const useDecision = (action: Action): ShownDecision => decisionOf(useDossier().vue, action);
