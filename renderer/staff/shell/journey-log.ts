/**
 * The screens one went through, as the browser’s own history keeps them: each entry carries its rank, so that we know
 * whether there is a « précédent » and a « suivant », and how far a move went.
 */
export interface BrowserHistory {
  readonly state: unknown;
  pushState(state: unknown, unused: string, url: string): void;
  replaceState(state: unknown, unused: string, url?: string): void;
  go(by: number): void;
}
export interface Guard {
  /** Something typed is not saved. */
  dirty(): boolean;
  /** Asks the person; true: it may be abandoned. */
  ask(): Promise<boolean>;
}

export interface JourneyLog {
  /** Where we are, as long as a move is not agreed. */
  readonly path: string;
  readonly canGoBack: boolean;
  readonly canGoForward: boolean;
  to(path: string, options?: { readonly replace?: boolean }): void;
  /** Another address for this very screen: nobody leaves. */
  rename(path: string): void;
  back(): void;
  forward(): void;
  /** The browser moved by itself: its buttons, its keys, an address typed. */
  moved(): void;
  guard(guard: Guard | undefined): void;
  subscribe(listener: () => void): () => void;
}

export const createJourneyLog = (
  history: BrowserHistory,
  address: () => string,
  kept: { get(): number | undefined; set(top: number): void },
): JourneyLog => {
  const rank = (): number | undefined => {
    const { rang } = (history.state ?? {}) as { rang?: unknown };
    return typeof rang === "number" ? rang : undefined;
  };
  const listeners = new Set<() => void>();
  let at = rank() ?? 0;
  let top = Math.max(at, rank() === undefined ? 0 : (kept.get() ?? at));
  let path = address();
  let guard: Guard | undefined;
  /** The browser is being brought back where the person still is. */
  let returning = false;
  let agreed = false;
  let asking = false;
  if (rank() === undefined) history.replaceState({ rang: at }, "");

  const arrive = (): void => {
    path = address();
    kept.set(top);
    for (const tell of listeners) tell();
  };
  const leaving = (go: () => void): void => {
    if (!guard?.dirty()) {
      go();
      return;
    }
    if (asking) return;
    asking = true;
    void guard.ask().then((leave) => {
      asking = false;
      if (leave) go();
    });
  };
  const url = (to: string): string => `#/${to.replace(/^#?\/?/, "")}`;
  const travel = (by: number): void => {
    if (at + by < 0 || at + by > top) return;
    leaving(() => {
      agreed = true;
      history.go(by);
    });
  };
  return {
    get path() {
      return path;
    },
    get canGoBack() {
      return at > 0;
    },
    get canGoForward() {
      return at < top;
    },
    to: (to, { replace = false } = {}) =>
      leaving(() => {
        if (replace) history.replaceState({ rang: at }, "", url(to));
        else {
          at += 1;
          top = at;
          history.pushState({ rang: at }, "", url(to));
        }
        arrive();
      }),
    rename: (to) => {
      history.replaceState({ rang: at }, "", url(to));
      arrive();
    },
    back: () => travel(-1),
    forward: () => travel(1),
    moved: () => {
      if (returning) {
        returning = false;
        return;
      }
      const known = rank();
      if (known === at && address() === path) return;
      const by = known === undefined ? 1 : known - at;
      const stays = !agreed && guard?.dirty() === true && by !== 0;
      agreed = false;
      if (known === undefined) history.replaceState({ rang: at + 1 }, "");
      if (!stays) {
        at += by;
        top = known === undefined ? at : Math.max(top, at);
        return arrive();
      }
      // Nothing typed is lost: back where the person was, then the question.
      if (known === undefined) top = at + 1;
      returning = true;
      history.go(-by);
      travel(by);
    },
    guard: (next) => {
      guard = next;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
