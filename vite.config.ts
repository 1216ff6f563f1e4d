import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const app = process.env.CACTUS_APP === "portal" ? "portal" : "staff";

/** Two single-page applications from one source: the staff’s and the portal’s. */
export default defineConfig({
  root: resolve(import.meta.dirname, "renderer", app),
  base: "./",
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, "dist", "renderer", app),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
});
