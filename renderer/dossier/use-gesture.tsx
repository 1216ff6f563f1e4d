import { createContext, useContext, useState } from "react";
import type { DossierVue } from "../../shared/api/models.ts";
import { useDossier } from "./context.ts";
import type { DossierGestures } from "./door.ts";
import { notifyDone, notifyError, notifyUnsaved } from "./notify.ts";
import { runGesture, type Target } from "./run-gesture.ts";

/** Kept in this file: the gestures of the door are reached through `run` and no other way. */
const GesturesContext = createContext<DossierGestures | undefined>(undefined);
export const GesturesProvider = GesturesContext.Provider;

export type Run<G extends DossierGestures> = (
  /** What `busy` says meanwhile. */
  name: string,
  work: (gestures: G, at: Target) => Promise<DossierVue | undefined>,
  done?: string,
  refused?: (error: unknown) => void,
) => Promise<boolean>;

/** Saves what is typed, then runs a gesture, shows the dossier it answers and says what happened. */
export const useGesture = <G extends DossierGestures = DossierGestures>(): { run: Run<G>; busy?: string } => {
  const { session, ask } = useDossier();
  const gestures = useContext(GesturesContext);
  const [busy, setBusy] = useState<string>();
  const run: Run<G> = async (name, work, done, refused = notifyError) => {
    setBusy(name);
    // A screen that names richer gestures is composed behind the door that has them.
    const outcome = await runGesture(session, ask.lire, (at) => work(gestures as G, at));
    setBusy(undefined);
    if (outcome.ok) {
      if (done) notifyDone(done);
    } else if (outcome.cause === "saisie") notifyUnsaved(outcome.raison);
    else refused(outcome.error);
    return outcome.ok;
  };
  return { run, ...(busy ? { busy } : {}) };
};
