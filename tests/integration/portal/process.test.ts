import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createPortalControl, type PortalControl } from "../../../main/admin/portal-control.ts";
import { type PortalLauncher, portalEntry } from "../../../main/admin/portal-process.ts";
import { type Core, createCore, dataKeyName } from "../../../main/app.ts";
import { createSystemKeychain } from "../../../main/hosts/electron/keychain.ts";
import { forkPortal } from "../../../main/hosts/electron/portal-process.ts";
import { removeFolder } from "../../../scripts/remove-folder.ts";
import { createElectronStandIn, type ElectronStandIn } from "../../electron-stand-in/index.ts";

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
const alive = async (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );
const until = async (condition: () => Promise<boolean>): Promise<void> => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 25));
};

let folder: string;
let core: Core;
let port: number;
let standIn: ElectronStandIn;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "cactus-portal-"));
  standIn = createElectronStandIn({ home: join(folder, "poste") });
  await standIn.start(() => {});
  core = await createCore({
    dataDir: folder,
    databaseUrl: `sqlite:${join(folder, "cactus.db")}`,
    demo: false,
    host: "electron",
    version: "test",
    // Secrets the child cannot read by itself: only the key it is given opens the database.
    keychain: await createSystemKeychain(standIn.electron.safeStorage, folder),
  });
  port = await freePort();
  await core.deps.store.write((tx) => tx.reglages.set("portail", { port }));
});
afterEach(async () => {
  await core.close();
  await removeFolder(folder);
});
const control = async (launch?: PortalLauncher): Promise<PortalControl> =>
  createPortalControl(core.deps, { launch, dataKey: (await core.deps.keychain.get(dataKeyName)) as string });

describe("the portal’s process, started by the application", () => {
  it.each([
    ["Node", () => undefined],
    ["Electron’s utility process", () => forkPortal(standIn.electron.utilityProcess)],
  ])("%s: started once however often it is asked, serves, stops", async (_name, launch) => {
    const portal = await control(launch());
    const [first, second] = await Promise.all([portal.start(), portal.start()]);
    expect(second).toBe(first);
    expect(await alive(first)).toBe(true);
    expect(await portal.state()).toMatchObject({ etat: "actif", url: first, port });
    await portal.stop();
    expect(await alive(first)).toBe(false);
    expect(await portal.state()).toEqual({ etat: "arrete", port });
  });

  it("a port already taken is said, and the next start works", async () => {
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(port, "127.0.0.1", resolve));
    const portal = await control();
    await expect(portal.start()).rejects.toThrow("Le port est déjà pris");
    expect(await portal.state()).toMatchObject({
      etat: "en-echec",
      erreur: expect.stringContaining("--port"),
    });
    await new Promise((resolve) => squatter.close(resolve));
    expect(await alive(await portal.start())).toBe(true);
    await portal.stop();
  });

  it("stopped while it starts: whoever waits is answered", async () => {
    const portal = await control();
    const starting = portal.start().then(
      () => "prêt",
      () => "arrêté",
    );
    await until(async () => (await portal.state()).etat === "demarrage");
    await portal.stop();
    expect(await starting).toBe("arrêté");
    expect((await portal.state()).etat).toBe("arrete");
  });

  it("ends with an application that was killed", async () => {
    const parent = spawn(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `const { spawnPortal } = await import(${JSON.stringify(new URL("../../../main/admin/portal-process.ts", import.meta.url).href)});
         const portal = spawnPortal(...JSON.parse(process.env.PORTAIL));
         portal.onOutput((text) => process.stdout.write(text));`,
      ],
      {
        env: {
          ...process.env,
          PORTAIL: JSON.stringify([
            portalEntry(),
            ["--port", String(port), "--data", folder],
            { CACTUS_CLE: await core.deps.keychain.get(dataKeyName) },
          ]),
        },
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const url = await new Promise<string>((resolve) => {
      let out = "";
      parent.stdout.setEncoding("utf8").on("data", (text: string) => {
        out += text;
        const said = /^Portail: (\S+)$/m.exec(out)?.[1];
        if (said) resolve(said);
      });
    });
    expect(await alive(url)).toBe(true);
    parent.kill("SIGKILL");
    await until(async () => !(await alive(url)));
  });
});
