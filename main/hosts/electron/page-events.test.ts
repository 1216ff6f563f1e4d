import { describe, expect, it } from "vitest";
import type { EvenementPoste } from "../../../shared/api/poste/index.ts";
import { createPageEvents } from "./page-events.ts";

const link = (reference: string): EvenementPoste => ({ type: "lien", reference });

describe("what the page is told", () => {
  it("is kept until a page listens, and comes once, in order", async () => {
    const events = createPageEvents();
    events.say(link("D2026-00001"));
    events.say(link("D2026-00002"));
    const heard = events.listen(undefined);
    expect((await heard.next()).value).toEqual(link("D2026-00001"));
    expect((await heard.next()).value).toEqual(link("D2026-00002"));
    const next = heard.next();
    events.say(link("D2026-00003"));
    expect((await next).value).toEqual(link("D2026-00003"));
  });

  it("goes to the newest page: the one before hears nothing more", async () => {
    const events = createPageEvents();
    const former = events.listen(undefined);
    const formerNext = former.next();
    const newer = events.listen(undefined);
    const newerNext = newer.next();
    expect((await formerNext).done).toBe(true);
    events.say(link("D2026-00001"));
    expect((await newerNext).value).toEqual(link("D2026-00001"));
  });

  it("stops with its page", async () => {
    const events = createPageEvents();
    const page = new AbortController();
    const next = events.listen(page.signal).next();
    page.abort();
    expect((await next).done).toBe(true);
    events.say(link("D2026-00001"));
    expect((await events.listen(undefined).next()).value).toEqual(link("D2026-00001"));
  });

  it("keeps the last events only", async () => {
    const events = createPageEvents();
    for (let at = 0; at < 200; at++) events.say(link(`D2026-${at}`));
    expect((await events.listen(undefined).next()).value).toEqual(link("D2026-150"));
  });
});
