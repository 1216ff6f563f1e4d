import { type ReactNode, useEffect, useMemo, useState } from "react";
import { canWrite, type Who } from "../../shared/dossier/index.ts";
import type { Field } from "../../shared/dossier/kernel.ts";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { FormContext, type FormExtras, useForm } from "./context.ts";
import { DraftNotice } from "./draft-notice.tsx";
import { ExplainDialog } from "./explain-dialog.tsx";
import type { FormPort, FormView } from "./model.ts";
import { FormSession } from "./session.ts";

/** One session per open dossier; closing the screen sends what can leave, the rest stays in the drafts. */
export const useFormSession = <V extends FormView>(view: V, port: FormPort<V>): FormSession<V> => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the session lives as long as the dossier is on screen
  const session = useMemo(() => new FormSession(view, port, { store: window.localStorage }), [view.id]);
  useEffect(() => session.receive(view), [session, view]);
  useEffect(() => {
    const save = () => void session.settle();
    const hidden = () => document.visibilityState === "hidden" && save();
    const key = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
      event.preventDefault();
      save();
    };
    session.resume();
    window.addEventListener("online", session.retry);
    window.addEventListener("keydown", key);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("online", session.retry);
      window.removeEventListener("keydown", key);
      document.removeEventListener("visibilitychange", hidden);
      session.dispose();
    };
  }, [session]);
  return session;
};

/** Gives a session to the tabs inside, with the dialogs every tab shares. */
export const FormProvider = <V extends FormView>({
  session,
  who,
  lecture,
  mayReveal,
  fieldAction,
  sectionAction,
  children,
}: {
  session: FormSession<V>;
  who: Who;
  lecture?: string;
  mayReveal: boolean;
  children: ReactNode;
} & FormExtras) => {
  const [explained, setExplained] = useState<Field>();
  const value = useMemo(
    () => ({
      session,
      who,
      lecture,
      mayReveal,
      fieldAction,
      sectionAction,
      canWriteField: (field: Field) => canWrite(field, who),
      onExplain: setExplained,
    }),
    [session, who, lecture, mayReveal, fieldAction, sectionAction],
  );
  return (
    <FormContext.Provider value={value}>
      <DraftNotice />
      <ConflictDialog />
      {children}
      {explained ? <ExplainDialog field={explained} onClose={() => setExplained(undefined)} /> : null}
    </FormContext.Provider>
  );
};

/** Adds buttons beside fields and in section titles, for the tabs inside. */
export const FormExtrasProvider = ({
  fieldAction,
  sectionAction,
  children,
}: FormExtras & { children: ReactNode }) => {
  const form = useForm();
  const value = useMemo(() => ({ ...form, fieldAction, sectionAction }), [form, fieldAction, sectionAction]);
  return <FormContext.Provider value={value}>{children}</FormContext.Provider>;
};
