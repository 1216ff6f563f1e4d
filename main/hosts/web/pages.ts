import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { rendererFolder } from "./assets.ts";
import { withNonce } from "./security.ts";

/** Where a server over HTTP takes its pages from; behind its checks and its headers, whatever they are. */
export interface Pages {
  index(nonce: string): Promise<string>;
  /** The files that the page asks for. */
  register(server: FastifyInstance): Promise<void>;
}

/** The pages built by Vite, read once. */
export const builtPages = async (app: "staff" | "portal"): Promise<Pages> => {
  const folder = rendererFolder(app);
  const page = await readFile(join(folder, "index.html"), "utf8");
  return {
    index: async (nonce) => withNonce(page, nonce),
    register: async (server) => {
      await server.register(fastifyStatic, {
        root: join(folder, "assets"),
        prefix: "/assets/",
        index: false,
        cacheControl: false,
      });
    },
  };
};
