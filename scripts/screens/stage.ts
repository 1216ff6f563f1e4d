import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { buildRenderer } from "../build.ts";
import { removeFolder } from "../remove-folder.ts";
import { chromiumPath } from "../system.ts";
import { startClockAt } from "./fixed-clock.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Stage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly url: string;
  /** Only the demonstration has one of its own. */
  readonly portalUrl: string | undefined;
  /** A screen of the application by its path (« /dossiers »). */
  go(path: string): Promise<void>;
  close(): Promise<void>;
}

/** The application on a throw-away data folder, in a browser of the size it promises; `time` is what both clocks say. */
export const openStage = async ({ demo, time }: { demo: boolean; time?: string }): Promise<Stage> => {
  await buildRenderer();
  const folder = mkdtempSync(join(tmpdir(), "cactus-screens-"));
  const child = spawn(
    process.execPath,
    ["main/hosts/node/main.ts", ...(demo ? ["--demo"] : []), "--no-open", "--data", folder],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        ...(time
          ? {
              CACTUS_ECRANS_HEURE: time,
              NODE_OPTIONS: `--import=${new URL("./fixed-clock.ts", import.meta.url).href}`,
            }
          : {}),
      },
    },
  );
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const line = (name: string): string | undefined => new RegExp(`^${name}: (\\S+)$`, "m").exec(said)?.[1];
  while (!line("Cactus") || (demo && !line("Portail"))) {
    if (child.exitCode !== null) throw new Error("the application stopped before it was ready");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const url = line("Cactus") as string;
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--font-render-hinting=none"],
  });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  if (time) await context.addInitScript(startClockAt, time);
  const page = await context.newPage();
  return {
    page,
    context,
    url,
    portalUrl: line("Portail"),
    go: async (path) => {
      await page.evaluate((to) => {
        window.location.hash = to;
      }, `#${path}`);
      await page.waitForTimeout(700);
    },
    close: async () => {
      await browser.close();
      child.kill("SIGTERM");
      await new Promise((resolve) => child.once("exit", resolve));
      await removeFolder(folder);
    },
  };
};
