import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer, type Plugin, type ViteDevServer } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

const start = "virtual:cactus-dev";

/**
 * Our content policy stands while we develop: React’s refresh starts from a file instead of an inline script, and
 * Vite’s client, once the server is gone, waits for it in the page instead of a worker made of text.
 */
const underOurPolicy: Plugin = {
  name: "under-our-policy",
  transformIndexHtml: {
    order: "post",
    handler: (html) =>
      html.replace(
        /<script type="module">import \{ injectIntoGlobalHook \}[\s\S]*?<\/script>/,
        `<script type="module" src="/@id/${start}"></script>`,
      ),
  },
  resolveId: (id) => (id === start ? `\0${start}` : undefined),
  load: (id) =>
    id === `\0${start}`
      ? 'import "@vitejs/plugin-react/preamble"; delete globalThis.SharedWorker;'
      : undefined,
};

/** A Vite server of one application’s sources, for the host alone: no browser speaks to it. */
export const serveSources = async (app: "staff" | "portal"): Promise<ViteDevServer> => {
  process.env.CACTUS_APP = app;
  const server = await createServer({
    configFile: join(root, "vite.config.ts"),
    cacheDir: join(root, "node_modules", ".vite", app),
    plugins: [underOurPolicy],
    logLevel: "warn",
    clearScreen: false,
    server: {
      host: "127.0.0.1",
      port: 0,
      cors: false,
      fs: { allow: ["renderer", "shared", "docs/guide", "node_modules"].map((place) => join(root, place)) },
    },
  });
  return server.listen();
};

export const originOf = (server: ViteDevServer): string => {
  const address = server.httpServer?.address();
  if (typeof address !== "object" || !address) throw new Error("Vite does not listen");
  return `http://127.0.0.1:${address.port}`;
};
