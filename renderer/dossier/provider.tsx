import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import type { DossierVue } from "../../shared/api/models.ts";
import { whoOf } from "../../shared/catalogues/roles.ts";
import { FormProvider, focusFieldSoon, tabOfField, useFormSession, useSession } from "../form/index.ts";
import { DossierContext, decisionOf } from "./context.ts";
import type { DossierDoor } from "./door.ts";
import { formPort } from "./form-port.ts";
import { entryTabs } from "./tabs.ts";
import { GesturesProvider } from "./use-gesture.tsx";

/** Why the entry tabs cannot be written, as the server says it. */
const lectureOf = (vue: DossierVue): string | undefined => {
  const { permis, raison } = decisionOf(vue, "ecrire");
  return permis ? undefined : (raison ?? "Vous ne pouvez pas modifier ce dossier.");
};

/** One open dossier behind one door: what is typed, what may be done, who is in front. */
export const DossierProvider = ({
  vue: read,
  door,
  onTab,
  onDirty,
  children,
}: {
  vue: DossierVue;
  /** The same one as long as this dossier is on screen. */
  door: DossierDoor;
  onTab: (tab: string) => void;
  /** Whether a part of the screen holds something typed that leaving would lose. */
  onDirty?: (dirty: boolean) => void;
  children: ReactNode;
}) => {
  const port = useMemo(() => formPort(read.id, door), [read.id, door]);
  const session = useFormSession(read, port);
  const { view: vue } = useSession(session);
  const [dirty, setParts] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => onDirty?.(dirty.size > 0), [dirty, onDirty]);
  const setDirty = useCallback((part: string, on: boolean) => {
    setParts((before) => {
      if (before.has(part) === on) return before;
      const next = new Set(before);
      if (on) next.add(part);
      else next.delete(part);
      return next;
    });
  }, []);
  const goTo = useCallback(
    (champ: string) => {
      const now = session.getState();
      const target = tabOfField(now, champ, entryTabs(now.ctx, now.view.baseValidee));
      if (!target) return;
      onTab(target);
      focusFieldSoon(champ);
    },
    [session, onTab],
  );
  const audience = whoOf(vue.lecteur);
  const context = useMemo(
    () => ({
      vue,
      session,
      audience,
      ask: door.ask,
      offers: (gesture: string) => Object.hasOwn(door.gestures, gesture),
      goTo,
      setDirty,
    }),
    [vue, session, audience, door, goTo, setDirty],
  );
  return (
    <GesturesProvider value={door.gestures}>
      <DossierContext.Provider value={context}>
        <FormProvider
          session={session}
          who={audience}
          lecture={lectureOf(vue)}
          mayReveal={decisionOf(vue, "revelerNir").permis}
        >
          {children}
        </FormProvider>
      </DossierContext.Provider>
    </GesturesProvider>
  );
};
