import { ORPCError } from "@orpc/client";
import { describe, expect, it, vi } from "vitest";
import type { SaveState } from "../form/session.ts";
import { runGesture } from "./run-gesture.ts";

const view = (version: number) => ({ id: "d1", version });
const aSession = (
  settled: boolean,
  statut: SaveState = settled ? "enregistre" : "a-corriger",
  erreur?: string,
) => ({
  settle: vi.fn(async () => settled),
  getState: () => ({ view: view(4), statut, ...(erreur ? { erreur } : {}) }),
  receive: vi.fn(),
  adopt: vi.fn(),
});

describe("a gesture", () => {
  it("does not leave while something typed is refused", async () => {
    const work = vi.fn();
    const reread = vi.fn();
    const session = aSession(false);
    expect(await runGesture(session, reread, work)).toEqual({
      ok: false,
      cause: "saisie",
      raison: "Corrigez les saisies refusées (ou rétablissez-les), puis recommencez.",
    });
    expect(work).not.toHaveBeenCalled();
    expect(reread).not.toHaveBeenCalled();
  });
  it("says why nothing can be saved", async () => {
    const cut = aSession(false, "hors-connexion");
    expect(await runGesture(cut, vi.fn(), vi.fn())).toMatchObject({
      raison: expect.stringContaining("La connexion est coupée"),
    });
    const blocked = aSession(false, "bloque", "Le dossier est validé.");
    expect(await runGesture(blocked, vi.fn(), vi.fn())).toMatchObject({ raison: "Le dossier est validé." });
  });
  it("leaves with the version reached by what was saved, and its answer is shown", async () => {
    const session = aSession(true);
    const work = vi.fn(async () => view(5));
    expect(await runGesture(session, vi.fn(), work)).toEqual({ ok: true });
    expect(session.settle).toHaveBeenCalledBefore(work);
    expect(work).toHaveBeenCalledWith({ id: "d1", version: 4 });
    expect(session.adopt).toHaveBeenCalledExactlyOnceWith(view(5));
  });
  it("that answers something else is followed by a reading", async () => {
    const session = aSession(true);
    expect(
      await runGesture(
        session,
        async () => view(6),
        async () => undefined,
      ),
    ).toEqual({ ok: true });
    expect(session.adopt).toHaveBeenCalledExactlyOnceWith(view(6));
  });
  it("that is done stays done when the reading after it fails", async () => {
    const offline = async () => Promise.reject(new Error("fetch"));
    expect(await runGesture(aSession(true), offline, async () => undefined)).toEqual({ ok: true });
  });
  it("in conflict reads again before it answers", async () => {
    const session = aSession(true);
    const error = new ORPCError("CONFLIT", { status: 409, message: "Entre-temps." });
    const outcome = await runGesture(
      session,
      async () => view(7),
      async () => Promise.reject(error),
    );
    expect(outcome).toEqual({ ok: false, cause: "refus", error });
    expect(session.receive).toHaveBeenCalledExactlyOnceWith(view(7));
  });
  it("refused for another reason refreshes the view, without waiting for it", async () => {
    const session = aSession(true);
    const error = new ORPCError("IMPOSSIBLE", { status: 409, message: "Déjà validé." });
    let arrive: (vue: { id: string; version: number }) => void = () => {};
    const reading = new Promise<{ id: string; version: number }>((resolve) => {
      arrive = resolve;
    });
    expect(
      await runGesture(
        session,
        () => reading,
        async () => Promise.reject(error),
      ),
    ).toMatchObject({ error });
    expect(session.receive).not.toHaveBeenCalled();
    arrive(view(8));
    await vi.waitFor(() => expect(session.receive).toHaveBeenCalledExactlyOnceWith(view(8)));
  });
});
