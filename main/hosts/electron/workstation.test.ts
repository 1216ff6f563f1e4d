import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { abimee } from "../../../db/errors.ts";
import type { EvenementPoste } from "../../../shared/api/poste/index.ts";
import { zipEntries } from "../../../tests/builders/zip.ts";
import { createElectronStandIn, type ElectronStandIn } from "../../../tests/electron-stand-in/index.ts";
import type { App, AppSettings } from "../../app.ts";
import { runHost } from "./host.ts";
import type { createPageEvents as PageEventsOf } from "./page-events.ts";

/** What the page would hear, kept as it is said. */
const heard: EvenementPoste[] = [];
vi.mock("./page-events.ts", async (original) => {
  const { createPageEvents } = await original<{ createPageEvents: typeof PageEventsOf }>();
  return {
    createPageEvents: () => {
      const events = createPageEvents();
      return {
        ...events,
        say: (event: EvenementPoste) => {
          heard.push(event);
          events.say(event);
        },
      };
    },
  };
});

let folder = "";
beforeEach(() => {
  heard.length = 0;
  folder = mkdtempSync(join(tmpdir(), "cactus-workstation-"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><head><title>Cactus</title></head><body></body>");
});
const running: ElectronStandIn[] = [];
afterEach(() => {
  for (const standIn of running.splice(0)) standIn.electron.app.exit(0);
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly standIn: ElectronStandIn;
  readonly close: ReturnType<typeof vi.fn>;
  busy: boolean;
}
const systemIs = (platform: NodeJS.Platform): void => {
  Object.defineProperty(process, "platform", { value: platform });
};
const { platform: ours } = process;
afterEach(() => systemIs(ours));

const started = async (args: readonly string[] = [], settings = {}): Promise<Started> => {
  const standIn = createElectronStandIn({ home: join(folder, "home"), ...settings });
  running.push(standIn);
  const state: Started = { standIn, close: vi.fn(async () => {}), busy: false };
  const app = ({ log }: AppSettings) =>
    ({
      deps: { config: { dataDir: join(folder, "data"), demo: false }, log, now: () => new Date() },
      start: async () => {},
      close: state.close,
      busy: () => state.busy,
      wake: vi.fn(),
      router: {},
      contextFor: () => ({}),
    }) as unknown as App;
  await standIn.start(() => {
    void runHost(
      standIn.electron,
      {
        renderer: () => folder,
        preload: join(folder, "index.html"),
        args: ["--data", join(folder, "data"), ...args],
      },
      async (settings) => app(settings),
    );
  });
  await vi.waitFor(() => expect(standIn.windows.size).toBe(1));
  return state;
};
const windowOf = ({ standIn }: Started) => {
  const [window] = standIn.windows;
  if (!window) throw new Error("no window");
  return window;
};
const leftOf = ({ standIn }: Started): Promise<number> => standIn.exited;

describe("links", () => {
  it("of the start wait for the window; those of a second start bring it forward", async () => {
    const one = await started(["cactus://dossier/D2026-00042"]);
    await vi.waitFor(() => expect(heard).toContainEqual({ type: "lien", reference: "D2026-00042" }));
    one.standIn.play.secondInstance(["cactus://dossier/D2026-00043"]);
    expect(heard.at(-1)).toEqual({ type: "lien", reference: "D2026-00043" });
    const before = heard.length;
    one.standIn.play.secondInstance([]);
    expect(heard).toHaveLength(before);
    expect(windowOf(one).isFocused()).toBe(true);
  });

  it("unknown are said in French, and open nothing", async () => {
    const one = await started();
    one.standIn.play.secondInstance(["cactus://reglages/effacer"]);
    expect(heard.at(-1)).toMatchObject({ type: "dire", ton: "erreur" });
    expect(heard.filter(({ type }) => type === "aller" || type === "lien")).toEqual([]);
  });

  it("come by an event on macOS", async () => {
    systemIs("darwin");
    const one = await started();
    expect(one.standIn.play.openUrl("cactus://dossier/D2026-00042")).toBe(true);
    expect(heard.at(-1)).toEqual({ type: "lien", reference: "D2026-00042" });
  });
});

describe("the window", () => {
  it("comes back where it was, with its text size", async () => {
    const one = await started();
    windowOf(one).setBounds({ x: 100, y: 60, width: 1200, height: 800 });
    one.standIn.play.menu("Affichage › Agrandir");
    one.standIn.play.quit();
    expect(await leftOf(one)).toBe(0);
    const two = await started();
    expect(windowOf(two).getBounds()).toEqual({ x: 100, y: 60, width: 1200, height: 800 });
    await vi.waitFor(() => expect(windowOf(two).webContents.getZoomLevel()).toBe(0.5));
  });

  it("goes back and forward by the mouse, the keyboard and the menu", async () => {
    const one = await started();
    windowOf(one).emit("app-command", { preventDefault: () => {} }, "browser-backward");
    expect(heard.at(-1)).toEqual({ type: "commande", commande: "precedent" });
    one.standIn.play.key({ key: "ArrowRight", alt: true });
    expect(heard.at(-1)).toEqual({ type: "commande", commande: "suivant" });
  });

  it("that died is said, and reloaded", async () => {
    const one = await started();
    windowOf(one).webContents.crashed();
    await vi.waitFor(() =>
      expect(one.standIn.seen.dialogs.at(-1)?.options.message).toBe("La fenêtre de Cactus s’est arrêtée."),
    );
    const [line] = logged("fenetre");
    expect(line).toMatchObject({ etape: "perdue", raison: "crashed", code: 139 });
    expect(one.standIn.seen.dialogs.at(-1)?.options.detail).toContain(`Référence ${line?.reference}.`);
    await vi.waitFor(() => expect(windowOf(one).webContents.isCrashed()).toBe(false));
  });
});

/** The lines of one event in this host’s log. */
const logged = (evenement: string): Record<string, unknown>[] =>
  readFileSync(join(folder, "data", "journaux", "cactus-electron.log"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line.evenement === evenement);

describe("what nobody caught", () => {
  const NIR = "2 05 01 75 012 345 67";
  const uncaught = (name: "uncaughtException" | "unhandledRejection", error: unknown) =>
    (process.listeners(name as "uncaughtException").at(-1) as (error: unknown) => void)(error);

  it("in the main process ends it with its reference and where the log is, and not a word of it", async () => {
    const one = await started();
    uncaught("uncaughtException", new TypeError(NIR));
    const [line] = logged("erreur");
    expect(line).toMatchObject({ lieu: "processus", type: "TypeError" });
    const box = one.standIn.seen.errorBoxes.at(-1);
    expect(box?.content).toContain(`Référence ${line?.reference}`);
    expect(box?.content).toContain(join(folder, "data", "journaux"));
    expect(JSON.stringify([line, box])).not.toContain(NIR);
    expect(await leftOf(one)).toBe(1);
  });

  it("in a promise is kept, and the application goes on", async () => {
    const one = await started();
    uncaught("unhandledRejection", new Error(NIR));
    expect(logged("erreur")).toMatchObject([{ lieu: "promesse", type: "Error" }]);
    expect(one.standIn.seen.errorBoxes).toEqual([]);
    expect(one.standIn.windows.size).toBe(1);
  });

  it("in a process of Chromium is kept, with why it ended", async () => {
    const one = await started();
    one.standIn.electron.app.emit("child-process-gone", {}, { type: "GPU", reason: "oom", exitCode: 5 });
    expect(logged("sous-processus")).toMatchObject([{ genre: "GPU", raison: "oom", code: 5 }]);
  });
});

describe("saving", () => {
  const pdf = { url: "blob:app://cactus/1", filename: "CERFA.pdf" };
  it("says where it is, shows it, and opens there the next time", async () => {
    const one = await started();
    one.standIn.answers.saves.push(join(folder, "Documents", "CERFA.pdf"));
    await one.standIn.play.download(pdf);
    const event = heard.at(-1);
    expect(event).toMatchObject({ type: "enregistre", nom: "CERFA.pdf" });
    one.standIn.answers.saves.push(undefined);
    await one.standIn.play.download(pdf);
    expect(one.standIn.seen.dialogs.at(-1)?.options.defaultPath).toBe(join(folder, "Documents", "CERFA.pdf"));
    expect(heard.at(-1)).toBe(event);
  });

  it("refuses what the application did not make", async () => {
    const one = await started();
    await one.standIn.play.download({ url: "https://evil.example/x.exe", filename: "x.exe" });
    expect(one.standIn.seen.dialogs).toEqual([]);
    expect(heard).toEqual([]);
  });
});

/** For a loaded machine, not a verdict on speed. */
const patience = { timeout: 50_000 };

describe("a diagnostic", () => {
  it("is saved where the person says, and what prevents it is said", async () => {
    const one = await started();
    const path = join(folder, "diagnostic.zip");
    one.standIn.answers.dialogs.push({ canceled: false, filePath: path });
    one.standIn.play.menu("Aide › Enregistrer un diagnostic…");
    await vi.waitFor(
      () => expect(heard.at(-1)).toMatchObject({ type: "dire", ton: "information" }),
      patience,
    );
    expect(zipEntries(readFileSync(path))).toHaveProperty("README.txt");
    one.standIn.answers.dialogs.push({ canceled: false, filePath: folder });
    one.standIn.play.menu("Aide › Enregistrer un diagnostic…");
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ type: "dire", ton: "erreur" }), patience);
    const before = heard.length;
    one.standIn.play.menu("Aide › Enregistrer un diagnostic…");
    await vi.waitFor(() => expect(one.standIn.seen.dialogs).toHaveLength(3), patience);
    expect(heard).toHaveLength(before);
  });
});

describe("quitting", () => {
  it("closes the window, then the application, once", async () => {
    const one = await started();
    one.standIn.play.quit();
    expect(await leftOf(one)).toBe(0);
    expect(one.close).toHaveBeenCalledTimes(1);
    const { events } = one.standIn.seen;
    expect(events.indexOf("window close")).toBeLessThan(events.indexOf("quit"));
  });

  it("asks while a pack is being made, and goes on when told to wait", async () => {
    const one = await started();
    one.busy = true;
    one.standIn.play.quit();
    expect(one.standIn.seen.dialogs.at(-1)?.options.message).toBe("Une liasse est en préparation.");
    expect(one.close).not.toHaveBeenCalled();
    expect(one.standIn.windows.size).toBe(1);
    one.standIn.answers.dialogs.push({ response: 1 });
    one.standIn.play.quit();
    expect(await leftOf(one)).toBe(0);
  });

  it("asks about what is typed and not saved", async () => {
    const one = await started();
    const { webContents } = windowOf(one);
    const stays = () => (webContents as unknown as { wantsToStay(): boolean }).wantsToStay();
    expect(stays()).toBe(true);
    expect(one.standIn.seen.dialogs.at(-1)?.options.buttons).toEqual([
      "Revenir à la saisie",
      "Quitter sans enregistrer",
    ]);
    one.standIn.answers.dialogs.push({ response: 1 });
    expect(stays()).toBe(false);
  });
});

describe("sleep and wake", () => {
  it("looks again on waking, locks with the session", async () => {
    const one = await started();
    one.standIn.play.power("resume");
    expect(heard.at(-1)).toEqual({ type: "reveil" });
    one.standIn.play.power("lock-screen");
    expect(heard.at(-1)).toEqual({ type: "commande", commande: "verrouiller" });
  });
});

describe("a start that fails", () => {
  const failing = async (prepare: () => { preload: string; create: () => Promise<App> }) => {
    const standIn = createElectronStandIn({ home: join(folder, "home") });
    const { preload, create } = prepare();
    await standIn.start(() => {
      void runHost(
        standIn.electron,
        { renderer: () => folder, preload, args: ["--data", join(folder, "data")] },
        create,
      );
    });
    expect(await standIn.exited).toBe(1);
    expect(standIn.windows.size).toBe(0);
    return standIn.seen.errorBoxes[0];
  };
  const preload = () => join(folder, "index.html");

  it("on a folder that cannot be written says which", async () => {
    writeFileSync(join(folder, "data"), "a file where a folder should be");
    const box = await failing(() => ({ preload: preload(), create: vi.fn() }));
    expect(box?.title).toBe("Cactus n’a pas pu démarrer");
    expect(box?.content).toContain("ne peut pas écrire dans son dossier de données");
  });

  it("on a missing preload says to install again", async () => {
    const create = vi.fn();
    const box = await failing(() => ({ preload: join(folder, "absent.cjs"), create }));
    expect(box?.content).toContain("réinstallez");
    expect(create).not.toHaveBeenCalled();
  });

  it("on what nobody foresaw gives a reference and where the log is, and not a word of it", async () => {
    const box = await failing(() => ({
      preload: preload(),
      create: async () => {
        throw new Error("no such column: Camille Durand");
      },
    }));
    const [line] = logged("erreur");
    expect(line).toMatchObject({ lieu: "demarrage" });
    expect(box?.content).toContain(`${line?.reference}`);
    expect(box?.content).toContain("journaux");
    expect(box?.content).not.toContain("Camille");
  });

  it("on a database that cannot be opened gives its sentence", async () => {
    const box = await failing(() => ({
      preload: preload(),
      create: async () => {
        throw abimee();
      },
    }));
    expect(box?.content).toContain("illisible");
  });
});
