import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from "react";
import type { Field } from "../../shared/dossier/kernel.ts";
import type { FormAudience, FormView } from "./model.ts";
import type { FormSession, SessionState } from "./session.ts";

export interface FormExtras {
  /** A button beside a field (« Rechercher l’entreprise » beside the SIRET). */
  readonly fieldAction?: (field: Field) => ReactNode;
  /** A button or a notice in the title of a section. */
  readonly sectionAction?: (section: string) => ReactNode;
}
export interface FormHooks {
  /** Opens « Pourquoi ? » on a field. */
  readonly onExplain?: (field: Field) => void;
}
export interface FormContextValue extends FormHooks, FormAudience, FormExtras {
  // biome-ignore lint/suspicious/noExplicitAny: each app has its own richer view
  readonly session: FormSession<any>;
}

export const FormContext = createContext<FormContextValue | undefined>(undefined);

export const useForm = (): FormContextValue => {
  const form = useContext(FormContext);
  if (!form) throw new Error("useForm outside FormContext");
  return form;
};

/** A slice of the session; re-renders only when the slice itself changes identity. */
export const useSessionState = <V extends FormView, S>(
  session: FormSession<V>,
  select: (state: SessionState<V>) => S,
): S => {
  const snapshot = useCallback(() => select(session.getState()), [session, select]);
  return useSyncExternalStore(session.subscribe, snapshot);
};

const whole = <V extends FormView>(state: SessionState<V>) => state;
export const useSession = <V extends FormView>(session: FormSession<V>): SessionState<V> =>
  useSessionState(session, whole<V>);
