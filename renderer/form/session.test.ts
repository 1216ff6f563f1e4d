import { ORPCError } from "@orpc/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FieldConflict } from "../../shared/catalogues/errors.ts";
import { fieldById } from "../../shared/dossier/index.ts";
import type { Value } from "../../shared/dossier/kernel.ts";
import type { Changement, FormPort, FormView, Raw, WriteAnswer } from "./model.ts";
import { FormSession } from "./session.ts";
import { judge } from "./written.ts";

const view = (data: Record<string, Value> = {}, version = 1): FormView => ({
  id: "d1",
  version,
  data: { contrat: "apprentissage", niveauSaisie: "complete", ...data },
  mission: "facultative",
  form: "10103*14",
  completude: { onglets: [] },
  constats: [],
});

/** A server in memory that compares `avant` as the real one does. */
class FakeServer implements FormPort<FormView> {
  current = view();
  calls: (readonly Changement[])[] = [];
  failWith: unknown;
  gate: Promise<void> | undefined;

  write = async (changements: readonly Changement[]): Promise<WriteAnswer<FormView>> => {
    this.calls.push(changements);
    await this.gate;
    if (this.failWith) throw this.failWith;
    const data: Record<string, Value | undefined> = { ...this.current.data };
    const conflits: FieldConflict[] = [];
    for (const { champ, avant, apres } of changements) {
      const judged = judge(fieldById(champ), (apres ?? "") as Raw, "10103*14");
      if (!judged.ok) throw new Error("the screen sent an invalid value");
      const actuel = data[champ] ?? null;
      if (actuel === judged.value) continue;
      if (actuel !== avant)
        conflits.push({ champ, libelle: champ, votre: judged.value, actuel, par: "Une collègue" });
      else if (judged.value === null) delete data[champ];
      else data[champ] = judged.value;
    }
    this.current = view(data as Record<string, Value>, this.current.version + 1);
    return { dossier: this.current, refus: [], conflits };
  };
  validate = async () => this.current;
  somebodyElse(data: Record<string, Value>) {
    this.current = view(
      { ...(this.current.data as Record<string, Value>), ...data },
      this.current.version + 1,
    );
  }
}

const memory = () => {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
};

let server: FakeServer;
let store: ReturnType<typeof memory>;
const open = () => new FormSession(server.current, server, { store });
const commune = "apprentiCommuneNaissance";
const siret = "employeurSiret";

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  store = memory();
});
afterEach(() => vi.useRealTimers());

describe("saving as one types", () => {
  it("sends one change for a burst of keys, with what the screen showed before", async () => {
    const session = open();
    session.focus(commune);
    for (const raw of ["M", "Ma", "Marseille"]) session.type(commune, raw);
    expect(session.getState().statut).toBe("attente");
    await vi.advanceTimersByTimeAsync(600);
    expect(server.calls).toEqual([[{ champ: commune, avant: null, apres: "Marseille" }]]);
    expect(session.getState().statut).toBe("enregistre");
    expect(store.map.size).toBe(0);
  });

  it("saves at once on leaving, and shows the stored value again", async () => {
    const session = open();
    session.focus(siret);
    session.type(siret, "356 000 000 00048");
    session.leave(siret);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.current.data[siret]).toBe("35600000000048");
    expect(session.getState().entries.size).toBe(0);
    expect(session.shown(fieldById(siret))).toBe("356\u00a0000\u00a0000\u00a000048");
  });

  it("keeps typing over an answer that arrives late, and sends the rest from the new base", async () => {
    const session = open();
    let release = () => {};
    server.gate = new Promise((resolve) => {
      release = resolve;
    });
    session.focus(commune);
    session.type(commune, "Aix");
    await vi.advanceTimersByTimeAsync(600);
    session.type(commune, "Aix-en-Provence");
    server.gate = undefined;
    release();
    await vi.advanceTimersByTimeAsync(700);
    expect(session.shown(fieldById(commune))).toBe("Aix-en-Provence");
    expect(server.calls.at(-1)).toEqual([{ champ: commune, avant: "Aix", apres: "Aix-en-Provence" }]);
    expect(server.current.data[commune]).toBe("Aix-en-Provence");
  });

  it("never sends an invalid value; leaving the field says why, correcting it saves", async () => {
    const session = open();
    session.focus(siret);
    session.type(siret, "123");
    await vi.advanceTimersByTimeAsync(2000);
    expect(session.getState().entries.get(siret)?.message).toBeUndefined();
    session.leave(siret);
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.calls).toEqual([]);
    expect(session.getState().entries.get(siret)?.message).toMatch(/SIRET/);
    expect(session.getState().statut).toBe("a-corriger");
    session.type(siret, "35600000000048");
    session.leave(siret);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.current.data[siret]).toBe("35600000000048");
  });

  it("sends nothing when the value comes back to what it was", async () => {
    server.somebodyElse({ [commune]: "Nice" });
    const session = open();
    session.focus(commune);
    session.type(commune, "Nic");
    session.type(commune, "Nice");
    session.leave(commune);
    await vi.advanceTimersByTimeAsync(1000);
    expect(server.calls).toEqual([]);
    expect(session.getState().entries.size).toBe(0);
  });
});

describe("two people", () => {
  it("shows both values and overwrites neither until one is chosen", async () => {
    const session = open();
    session.focus(commune);
    session.type(commune, "Toulon");
    server.somebodyElse({ [commune]: "Nice" });
    await vi.advanceTimersByTimeAsync(600);
    expect(server.current.data[commune]).toBe("Nice");
    expect(session.getState().entries.get(commune)?.conflit).toMatchObject({
      votre: "Toulon",
      actuel: "Nice",
    });
    session.leave(commune);
    session.keepMine(commune);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.current.data[commune]).toBe("Toulon");
    expect(session.getState().entries.size).toBe(0);
  });

  it("takes the other value when asked", async () => {
    const session = open();
    session.type(commune, "Toulon");
    server.somebodyElse({ [commune]: "Nice" });
    await vi.advanceTimersByTimeAsync(600);
    session.takeTheirs(commune);
    expect(session.shown(fieldById(commune))).toBe("Nice");
    expect(store.map.size).toBe(0);
  });

  it("ignores an older view", () => {
    const session = open();
    session.receive(view({ [commune]: "Nice" }, 5));
    session.receive(view({}, 4));
    expect(session.shown(fieldById(commune))).toBe("Nice");
  });
});

describe("lost connection", () => {
  it("keeps what is typed, says so, and saves when the server answers again", async () => {
    const session = open();
    server.failWith = new TypeError("Failed to fetch");
    session.type(commune, "Arles");
    await vi.advanceTimersByTimeAsync(600);
    expect(session.getState().statut).toBe("hors-connexion");
    expect([...store.map.values()].join()).toContain("Arles");
    server.failWith = undefined;
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.current.data[commune]).toBe("Arles");
    expect(session.getState().statut).toBe("enregistre");
    expect(store.map.size).toBe(0);
  });

  it("stops and says why when the server refuses to write at all", async () => {
    const session = open();
    server.failWith = new ORPCError("IMPOSSIBLE", { status: 409, message: "Le dossier est validé." });
    session.type(commune, "Arles");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(session.getState()).toMatchObject({ statut: "bloque", erreur: "Le dossier est validé." });
    expect(server.calls).toHaveLength(1);
    expect(await session.settle()).toBe(false);
  });
});

describe("drafts", () => {
  it("come back at the next opening and are saved", async () => {
    const first = open();
    server.failWith = new TypeError("Failed to fetch");
    first.type(commune, "Arles");
    first.type(siret, "123");
    await vi.advanceTimersByTimeAsync(600);
    server.failWith = undefined;
    const second = open();
    expect(second.getState().repris).toBe(2);
    expect(second.getState().entries.get(siret)?.message).toMatch(/SIRET/);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.current.data[commune]).toBe("Arles");
    expect(second.shown(fieldById(siret))).toBe("123");
  });

  it("never hold a sensitive field", async () => {
    const session = open();
    server.failWith = new TypeError("Failed to fetch");
    session.type("apprentiNir", "2030513055123");
    await vi.advanceTimersByTimeAsync(600);
    expect([...store.map.values()].join()).not.toContain("203");
  });

  it("that the server already holds are forgotten, damaged ones too", () => {
    store.setItem("cactus.brouillon.d1", JSON.stringify({ [commune]: { raw: "Nice", base: null }, x: 3 }));
    server.somebodyElse({ [commune]: "Nice" });
    expect(open().getState().repris).toBe(0);
    store.setItem("cactus.brouillon.d1", "{");
    expect(open().getState().repris).toBe(0);
  });
});

describe("settle", () => {
  it("saves everything at once and answers true when nothing is left", async () => {
    const session = open();
    session.type(commune, "Arles");
    session.type("apprentiDateNaissance", "5/9/2005");
    const settled = session.settle();
    await vi.advanceTimersByTimeAsync(0);
    expect(await settled).toBe(true);
    expect(server.calls).toHaveLength(1);
    expect(server.current.data.apprentiDateNaissance).toBe("2005-09-05");
  });

  it("answers false when a value is to be corrected, and conditions follow what is typed", async () => {
    const session = open();
    session.type("apprentiDateNaissance", "32/13/2005");
    session.type("apprentiRqth", "oui");
    expect(session.getState().ctx.data.apprentiRqth).toBe("oui");
    const settled = session.settle();
    await vi.advanceTimersByTimeAsync(0);
    expect(await settled).toBe(false);
    expect(session.getState().entries.get("apprentiDateNaissance")?.message).toBeDefined();
  });
});

describe("a refused value that another answer hid", () => {
  it("is given up at the next gesture, in the drafts too, and holds nothing back", async () => {
    server.current = view({ apprentiDateNaissance: "2009-12-28", dateConclusion: "2026-09-01" });
    const session = open();
    session.type("representantLegalCourriel", "pas une adresse");
    session.leave("representantLegalCourriel");
    expect(await session.settle()).toBe(false);
    session.type("apprentiDateNaissance", "28/02/2003");
    session.leave("apprentiDateNaissance");
    expect(await session.settle()).toBe(true);
    expect(session.getState().entries.has("representantLegalCourriel")).toBe(false);
    expect(session.getState().statut).toBe("enregistre");
    expect([...store.map.values()].join()).not.toContain("representantLegalCourriel");
  });
});
