import { describe, expect, it, vi } from "vitest";
import { createJourneyLog, type Guard } from "./journey-log.ts";

/** A browser’s session history: entries, a place among them, and « popstate » after each move. */
const aBrowser = (start = "#/") => {
  const entries = [{ state: null as unknown, hash: start }];
  let at = 0;
  const moves: (() => void)[] = [];
  const here = () => entries[at] as { state: unknown; hash: string };
  const history = {
    get state() {
      return here().state;
    },
    pushState: (state: unknown, _unused: string, url: string) => {
      entries.splice(at + 1);
      entries.push({ state, hash: url });
      at += 1;
    },
    replaceState: (state: unknown, _unused: string, url?: string) => {
      Object.assign(here(), { state, ...(url ? { hash: url } : {}) });
    },
    go: (by: number) => {
      moves.push(() => {
        at = Math.min(Math.max(at + by, 0), entries.length - 1);
        log.moved();
      });
    },
  };
  const kept = { top: undefined as number | undefined };
  const log = createJourneyLog(history, () => `/${here().hash.replace(/^#?\/?/, "")}`, {
    get: () => kept.top,
    set: (top) => {
      kept.top = top;
    },
  });
  return {
    log,
    /** Moves that were asked happen. */
    settle: async () => {
      for (let turn = 0; turn < 10; turn++) {
        moves.shift()?.();
        await Promise.resolve();
      }
    },
    /** The browser’s own buttons. */
    press: (by: number) => history.go(by),
    type: (hash: string) => {
      entries.splice(at + 1);
      entries.push({ state: null, hash });
      at += 1;
      log.moved();
    },
    hash: () => here().hash,
  };
};
const guarding = (answer: boolean): Guard & { asked: ReturnType<typeof vi.fn> } => {
  const asked = vi.fn(async () => answer);
  return { dirty: () => true, ask: asked, asked };
};

describe("the screens one went through", () => {
  it("knows whether there is one before, one after", async () => {
    const { log, settle } = aBrowser();
    expect([log.canGoBack, log.canGoForward]).toEqual([false, false]);
    log.to("/dossiers");
    log.to("/dossiers/1");
    expect([log.path, log.canGoBack, log.canGoForward]).toEqual(["/dossiers/1", true, false]);
    log.back();
    await settle();
    expect([log.path, log.canGoBack, log.canGoForward]).toEqual(["/dossiers", true, true]);
    log.forward();
    await settle();
    expect([log.path, log.canGoForward]).toEqual(["/dossiers/1", false]);
    log.back();
    await settle();
    log.to("/courriels");
    expect(log.canGoForward).toBe(false);
  });

  it("follows the browser’s own buttons, and an address typed", async () => {
    const { log, settle, press, type } = aBrowser();
    log.to("/dossiers");
    press(-1);
    await settle();
    expect(log.path).toBe("/");
    type("#/reglages");
    expect([log.path, log.canGoBack, log.canGoForward]).toEqual(["/reglages", true, false]);
  });

  it("another address for the same screen is no step", () => {
    const { log } = aBrowser();
    log.to("/dossiers/1");
    log.rename("/dossiers/1?onglet=suivi");
    expect(log.path).toBe("/dossiers/1?onglet=suivi");
    expect(log.canGoForward).toBe(false);
  });
});

describe("what is typed and not saved", () => {
  const leave: readonly [string, (browser: ReturnType<typeof aBrowser>) => void][] = [
    ["a link", ({ log }) => log.to("/dossiers")],
    ["« Précédent »", ({ log }) => log.back()],
    ["the browser’s back button", ({ press }) => press(-1)],
    ["an address typed", ({ type }) => type("#/reglages")],
  ];
  it.each(leave)("stays when the person stays: %s", async (_how, go) => {
    const browser = aBrowser();
    browser.log.to("/formations");
    browser.log.to("/formations/1");
    const guard = guarding(false);
    browser.log.guard(guard);
    const heard = vi.fn();
    browser.log.subscribe(heard);
    go(browser);
    await browser.settle();
    expect(guard.asked).toHaveBeenCalledTimes(1);
    expect(browser.log.path).toBe("/formations/1");
    expect(browser.hash()).toBe("#/formations/1");
    expect(heard).not.toHaveBeenCalled();
    expect(browser.log.canGoBack).toBe(true);
  });

  it.each(leave)("goes when the person abandons it: %s", async (_how, go) => {
    const browser = aBrowser();
    browser.log.to("/formations");
    browser.log.to("/formations/1");
    browser.log.guard(guarding(true));
    go(browser);
    await browser.settle();
    expect(browser.log.path).not.toBe("/formations/1");
    expect(browser.hash()).toBe(`#${browser.log.path}`);
  });

  it("is asked about once, however often one insists", async () => {
    const browser = aBrowser();
    browser.log.to("/formations/1");
    const guard = guarding(false);
    browser.log.guard(guard);
    browser.log.to("/dossiers");
    browser.log.to("/courriels");
    await browser.settle();
    expect(guard.asked).toHaveBeenCalledTimes(1);
  });
});
