import { defineConfig } from "vitest/config";

/** What Stryker runs against each mutant: the unit tests of the two rooms it mutates, nothing else. */
export default defineConfig({
  test: {
    environment: "node",
    include: ["shared/{rules,dossier}/**/*.test.ts"],
  },
});
