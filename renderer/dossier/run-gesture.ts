import type { SaveState } from "../form/session.ts";
import { hasCode } from "../ui/errors.ts";

/** A gesture says which version of which dossier it was decided on. */
export interface Target {
  readonly id: string;
  readonly version: number;
}

interface GestureSession<V extends Target> {
  settle(): Promise<boolean>;
  getState(): { readonly view: V; readonly statut: SaveState; readonly erreur?: string };
  /** A fresher view to show here; what the app computes from the dossier elsewhere stays as it is. */
  receive(view: V): void;
  /** The view a gesture made: shown here and in the app. */
  adopt(view: V): void;
}

export type Outcome =
  | { readonly ok: true }
  /** Something typed is not saved: nothing was asked of the server. */
  | { readonly ok: false; readonly cause: "saisie"; readonly raison: string }
  | { readonly ok: false; readonly cause: "refus"; readonly error: unknown };

const unsaved = (statut: SaveState, erreur?: string): string =>
  erreur ??
  (statut === "hors-connexion"
    ? "La connexion est coupée\u00a0: recommencez dès qu’elle revient, votre saisie est gardée."
    : "Corrigez les saisies refusées (ou rétablissez-les), puis recommencez.");

/**
 * The one way to a gesture: everything typed is saved first, or the gesture does not leave. Its answer is shown; an
 * answer that is not the dossier, or a refusal, is followed by a reading, so that the screen is never older than it.
 */
export const runGesture = async <V extends Target>(
  session: GestureSession<V>,
  reread: () => Promise<V>,
  work: (at: Target) => Promise<V | undefined>,
): Promise<Outcome> => {
  const settled = await session.settle();
  const { view, statut, erreur } = session.getState();
  if (!settled) return { ok: false, cause: "saisie", raison: unsaved(statut, erreur) };
  const { id, version } = view;
  try {
    const vue = await work({ id, version });
    if (vue) session.adopt(vue);
    else await reread().then(session.adopt, () => undefined);
    return { ok: true };
  } catch (error) {
    // Received, not adopted: a sheet being typed beside (economics, deposit) keeps what the refusal is about.
    const fresh = reread().then(session.receive, () => undefined);
    // The next click must be decided on what somebody else wrote; any other refusal need not wait for the reading.
    if (hasCode(error, "CONFLIT")) await fresh;
    return { ok: false, cause: "refus", error };
  }
};
