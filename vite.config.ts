import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const app = process.env.CACTUS_APP === "portal" ? "portal" : "staff";

/** The blanks of the official forms are drawn on by the server alone: the screens carry none. */
const withoutFormLayouts: Plugin = {
  name: "without-form-layouts",
  enforce: "pre",
  load: (id) => (/\/dossier\/forms\/[^/]+\/layout\.json/.test(id) ? "null" : undefined),
};

/** Two single-page applications from one source: the staff’s and the portal’s. */
export default defineConfig({
  root: resolve(import.meta.dirname, "renderer", app),
  base: "./",
  plugins: [react(), withoutFormLayouts],
  build: {
    outDir: resolve(import.meta.dirname, "dist", "renderer", app),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    license: { fileName: "licences.txt" },
    chunkSizeWarningLimit: 1500,
  },
});
