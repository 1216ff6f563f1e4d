import { defineConfig } from "@playwright/test";

/** Journeys by visible labels and roles, in French, at the smallest size the application promises. */
export default defineConfig({
  testDir: "tests/journeys",
  timeout: 480_000,
  expect: { timeout: 30_000 },
  // A journey mostly waits: two at once, each on data and ports of its own.
  workers: 2,
  // The staff application on each of its hosts; what has no host of its own (the portal) runs once.
  projects: [{ name: "node" }, { name: "electron", testIgnore: "portal.spec.ts", grepInvert: /@portail/ }],
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/report.json" }],
  ],
  use: {
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    viewport: { width: 1280, height: 800 },
    actionTimeout: 45_000,
    // What was done and answered, of a journey that failed. Pictures at each step cost a quarter of the time: `--trace on`.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CACTUS_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
});
