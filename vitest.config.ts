import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          testTimeout: 60_000,
          include: [
            "{shared,db,main,templates,preload,renderer,scripts}/**/*.test.{ts,tsx}",
            "tests/electron-stand-in/**/*.test.ts",
          ],
        },
      },
      {
        test: {
          name: "integration",
          environment: "node",
          include: ["tests/{integration,faults}/**/*.test.ts"],
          // A limit is for what hangs, never a verdict on speed: a loaded machine is slow.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
