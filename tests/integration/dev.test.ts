import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createCore } from "../../main/app.ts";
import { createFileKeychain } from "../../main/hosts/node/keychain.ts";
import { removeFolder } from "../../scripts/remove-folder.ts";

/** `npm run dev`: the sources served behind the host’s own checks, hot reload, restarts, one Ctrl+C. */
const root = join(import.meta.dirname, "..", "..");
const PATIENCE = 90_000;
let folder: string;
let watched: string;
let dev: ChildProcess;
let out = "";
const addresses = (name: "Cactus" | "Portail"): string[] =>
  [...out.matchAll(new RegExp(`^${name}: (\\S+)$`, "gm"))].map(([, url]) => url as string);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "cactus-dev-"));
  watched = mkdtempSync(join(tmpdir(), "cactus-dev-watched-"));
  const core = await createCore({
    dataDir: folder,
    databaseUrl: `sqlite:${join(folder, "cactus.db")}`,
    demo: false,
    host: "cli",
    version: "test",
    keychain: createFileKeychain(folder),
  });
  await core.deps.store.write((tx) => tx.reglages.set("portail", { port: 0 }));
  await core.close();
  dev = spawn(
    process.execPath,
    ["scripts/dev.ts", "--no-open", "--data", folder, "--watch", watched],
    // Vitest’s own mode would be Vite’s.
    { cwd: root, env: { ...process.env, NODE_ENV: "", VITEST: "" } },
  );
  for (const stream of [dev.stdout, dev.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
  await vi.waitFor(() => expect(out).toMatch(/^Portail: \S+$/m), { timeout: PATIENCE });
}, PATIENCE);
afterAll(async () => {
  dev.kill("SIGKILL");
  for (const path of [folder, watched]) await removeFolder(path);
});

let cookie = "";
const get = (path: string, base = addresses("Cactus")[0] as string): Promise<Response> =>
  fetch(new URL(path, base), { headers: cookie ? { cookie } : {} });

describe("npm run dev", () => {
  it(
    "gives its sources to whoever came by the one-time address, under the content policy of the application",
    async () => {
      const base = addresses("Cactus")[0] as string;
      expect((await get("/app.tsx")).status).toBe(403);
      const entered = await fetch(base, { redirect: "manual" });
      expect(entered.status).toBe(303);
      cookie = (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
      const page = await get("/");
      expect(page.headers.get("content-security-policy")).toContain("script-src 'self';");
      const html = await page.text();
      expect(html).toContain("/@vite/client");
      expect(
        [...html.matchAll(/<script[^>]*>([^<]*)<\/script>/g)].filter(([, text]) => text?.trim()),
      ).toEqual([]);
      for (const [, src] of html.matchAll(/<script[^>]* src="([^"]+)"/g)) {
        const script = await get(src as string);
        expect([src, script.status, script.headers.get("content-type")]).toEqual([
          src,
          200,
          "text/javascript",
        ]);
        expect(script.headers.get("content-security-policy")).toContain("default-src 'none'");
      }
      expect(await (await get("/", addresses("Portail")[0])).text()).toContain("/@vite/client");
      // Nothing else of the machine, nor of the project.
      expect((await get(`/@fs${join(root, "main", "app.ts")}`)).status).toBe(403);
    },
    PATIENCE,
  );

  it(
    "tells the page that a module changed, through the host’s own address",
    async () => {
      // As the page does: a module known to Vite is one that was asked for.
      for (const path of ["/main.tsx", "/app.tsx"]) expect((await get(path)).status).toBe(200);
      const token = /const wsToken = "([^"]+)"/.exec(await (await get("/@vite/client")).text())?.[1];
      expect(token).toBeDefined();
      const { host, origin } = new URL(addresses("Cactus")[0] as string);
      const open = (query: string): WebSocket =>
        new WebSocket(`ws://${host}/${query}`, { protocols: ["vite-hmr"], headers: { origin } } as never);

      const stranger = open("");
      expect(
        await new Promise((resolve) => stranger.addEventListener("error", () => resolve("refused"))),
      ).toBe("refused");
      const socket = open(`?token=${token}`);
      const messages: { type: string; updates?: { path: string }[] }[] = [];
      socket.addEventListener("message", ({ data }) => messages.push(JSON.parse(String(data))));
      await vi.waitFor(() => expect(messages).toContainEqual({ type: "connected" }), { timeout: PATIENCE });
      // Its date only: the source stays what it is.
      const now = new Date();
      utimesSync(join(root, "renderer", "staff", "app.tsx"), now, now);
      await vi.waitFor(
        () =>
          expect(messages.flatMap(({ updates = [] }) => updates.map(({ path }) => path))).toContain(
            "/app.tsx",
          ),
        { timeout: PATIENCE },
      );
      socket.close();
    },
    PATIENCE,
  );

  it(
    "starts its server again when what it runs changes, at the same address, and the browser stays in",
    async () => {
      const before = addresses("Cactus").length;
      const portals = addresses("Portail").length;
      writeFileSync(join(watched, "seen.test.ts"), "export {};\n");
      writeFileSync(join(watched, "served.ts"), "export {};\n");
      await vi.waitFor(() => expect(addresses("Cactus").length).toBeGreaterThan(before), {
        timeout: PATIENCE,
      });
      const [first, again] = [addresses("Cactus")[0], addresses("Cactus").at(-1)].map(
        (url) => new URL(url ?? ""),
      );
      expect(again?.host).toBe(first?.host);
      expect(again?.search).not.toBe(first?.search);
      expect((await get("/")).status).toBe(200);
      await vi.waitFor(() => expect(addresses("Portail").length).toBeGreaterThan(portals), {
        timeout: PATIENCE,
      });
    },
    PATIENCE,
  );

  it(
    "ends everything on Ctrl+C",
    async () => {
      const code = new Promise((resolve) => dev.once("exit", resolve));
      dev.kill("SIGINT");
      expect(await code).toBe(0);
      for (const url of [addresses("Cactus").at(-1), addresses("Portail").at(-1)])
        await vi.waitFor(() => expect(fetch(url as string)).rejects.toThrow(), { timeout: PATIENCE });
    },
    2 * PATIENCE,
  );
});
