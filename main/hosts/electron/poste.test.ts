import { createRouterClient } from "@orpc/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createElectronStandIn } from "../../../tests/electron-stand-in/index.ts";
import { silentLog } from "../../log.ts";
import { createPageEvents } from "./page-events.ts";
import { posteRouter } from "./poste.ts";
import type { Updates } from "./updates.ts";

const ours = process.platform;
afterEach(() => Object.defineProperty(process, "platform", { value: ours }));

const aPoste = async (changes: { updates?: Partial<Updates>; platform?: NodeJS.Platform } = {}) => {
  if (changes.platform) Object.defineProperty(process, "platform", { value: changes.platform });
  const standIn = createElectronStandIn();
  await standIn.start(() => {});
  const { electron } = standIn;
  const window = new electron.BrowserWindow({ show: false });
  const page = createPageEvents();
  const forward = vi.fn();
  const router = posteRouter({
    electron,
    page,
    log: silentLog,
    saving: { show: (id) => id === "0b8a7d6e-5a4b-4c3d-9e2f-1a0b9c8d7e6f" },
    updates: { now: { etat: "aucune" }, look: vi.fn(), install: () => undefined, ...changes.updates },
    folder: undefined,
    window: () => window,
    forward,
  });
  return { standIn, page, forward, poste: createRouterClient(router, { context: {} }).poste };
};

describe("what the workstation does for its page", () => {
  it("shows a notification whose click brings the dossier", async () => {
    const { poste, standIn, forward, page } = await aPoste();
    await poste.notifier({
      titre: "Demande de validation",
      corps: "Camille Arnaud – F724-2 demande la validation de son dossier.",
      chemin: "/dossiers/42",
    });
    expect(standIn.seen.notifications).toMatchObject([{ title: "Demande de validation" }]);
    standIn.play.notification("Demande de validation");
    expect(forward).toHaveBeenCalledTimes(1);
    expect((await page.listen(undefined).next()).value).toEqual({ type: "aller", chemin: "/dossiers/42" });
  });

  it.each(["//evil.example", "https://evil.example", "javascript:alert(1)", "/x\nSet", "dossiers"])(
    "goes nowhere but inside: %j",
    async (chemin) => {
      const { poste, standIn } = await aPoste();
      await expect(poste.notifier({ titre: "x", corps: "y", chemin })).rejects.toThrow();
      expect(standIn.seen.notifications).toEqual([]);
    },
  );

  it("says what waits: a number, or a dot with its sentence on Windows", async () => {
    const linux = await aPoste({ platform: "linux" });
    await linux.poste.attente({ nombre: 3 });
    expect(linux.standIn.seen.badges).toEqual([3]);
    const windows = await aPoste({ platform: "win32" });
    await windows.poste.attente({ nombre: 1 });
    await windows.poste.attente({ nombre: 0 });
    expect(windows.standIn.seen.overlays).toEqual(["1\u00a0dossier vous attend", null]);
  });

  it("shows the part done of a pack, then nothing", async () => {
    const { poste, standIn } = await aPoste();
    await poste.progression({ part: 0.5 });
    await poste.progression({ part: null });
    expect(standIn.seen.progress).toEqual([0.5, -1]);
  });

  it("shows in its folder only what it saved", async () => {
    const { poste } = await aPoste();
    await poste.montrer({ id: "0b8a7d6e-5a4b-4c3d-9e2f-1a0b9c8d7e6f" });
    await expect(poste.montrer({ id: "1b8a7d6e-5a4b-4c3d-9e2f-1a0b9c8d7e6f" })).rejects.toMatchObject({
      code: "IMPOSSIBLE",
      message: "Ce document n’a pas été enregistré depuis ce démarrage.",
    });
  });

  it("refuses to restart in words while it cannot", async () => {
    const { poste } = await aPoste({ updates: { install: () => "Une liasse est en préparation." } });
    await expect(poste.installerMiseAJour()).rejects.toMatchObject({
      message: "Une liasse est en préparation.",
    });
  });
});
