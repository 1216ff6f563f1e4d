import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Tinypool } from "tinypool";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RenderJob } from "../../../main/documents/pool.ts";
import { buildElectron, buildRenderer } from "../../../scripts/build.ts";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import { renderDocument } from "../../../templates/pdf/render.ts";
import { aDocumentInput } from "../../builders/document.ts";
import { launchStandIn } from "../../electron-stand-in/client.ts";

/** What electron-builder packs, started on Electron’s stand-in: the bundle finds its fonts, threads, native modules and pages. */
const root = join(import.meta.dirname, "..", "..", "..");
const out = join("dist", `bundle-${process.pid}`);
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cactus-bundle-"));
  await buildRenderer();
  await buildElectron(out);
}, 600_000);
afterAll(async () => {
  await removeFolder(join(root, out));
  await removeFolder(folder);
});

describe("the Electron bundle", () => {
  it("starts on the stand-in, opens its database and shows its page", async () => {
    const { control, ended } = launchStandIn({
      entry: join(root, out, "main.js"),
      args: ["--data", folder],
      home: join(folder, "poste"),
    });
    await control.endpoint();
    await expect
      .poll(async () => (await control.windows())[0], { timeout: 120_000 })
      .toMatchObject({ url: "app://cactus/index.html", title: "Premier démarrage – Cactus", visible: true });
    expect(await control.seen("errorBoxes")).toEqual([]);
    await control.leave();
    expect(await ended).toBe(0);
    expect(existsSync(join(folder, "cactus.db"))).toBe(true);
  });

  it("started twice on the same data gives way to the first; on other data, it leaves the first’s alone", async () => {
    const start = (data: string) =>
      launchStandIn({
        entry: join(root, out, "main.js"),
        args: ["--data", data],
        home: join(data, "poste"),
      });
    const shown = (one: ReturnType<typeof start>) =>
      expect.poll(async () => (await one.control.windows())[0]?.visible, { timeout: 120_000 }).toBe(true);
    const first = start(folder);
    await first.control.endpoint();
    await shown(first);
    const second = start(folder);
    expect(await second.ended).toBe(0);
    const elsewhere = join(folder, "autre");
    const third = start(elsewhere);
    await third.control.endpoint();
    await shown(third);
    expect(existsSync(join(elsewhere, "cactus.db"))).toBe(true);
    for (const one of [third, first]) {
      expect(await one.control.seen("errorBoxes")).toEqual([]);
      await one.control.leave();
      expect(await one.ended).toBe(0);
    }
  });

  it("draws the same CERFA as the sources, in a thread", async () => {
    const job: RenderJob = { type: "cerfa", input: aDocumentInput() };
    const pool = new Tinypool({
      filename: pathToFileURL(join(root, out, "pdf-worker.js")).href,
      execArgv: [],
    });
    try {
      const drawn = (await pool.run(job)) as Uint8Array;
      expect(Buffer.compare(drawn, await renderDocument(job.type, job.input))).toBe(0);
    } finally {
      await pool.destroy();
    }
  });

  it("serves the portal from its own process", async () => {
    const child = spawn(process.execPath, [join(root, out, "portal.js"), "--port", "0", "--data", folder]);
    const url = await new Promise<string>((resolve, reject) => {
      let said = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const address = /^Portail: (\S+)$/m.exec(said)?.[1];
        if (address) resolve(address);
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => reject(new Error(text)));
    });
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<title>Cactus");
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await gone;
  });
});
