import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Contents } from "../core/contents.ts";
import { decodeWire, encodeWire } from "../core/wire.ts";
import type { World } from "../core/world.ts";
import { bridgePeer } from "./bridge.ts";
import { pageWorld, preloadWorld } from "./worlds.ts";

/** The scripts that a new document of the window starts with: the page’s end of the bridge, then the preload. */
export const scripts = (world: World, contents: Contents): { page: string; isolated: string } => {
  const secret = `standIn${randomBytes(9).toString("hex")}`;
  const path = contents.preferences.preload as string | undefined;
  const source = path !== undefined && existsSync(path) ? readFileSync(path, "utf8") : undefined;
  const preload =
    source === undefined
      ? "undefined"
      : `((require, module, process) => { const exports = module.exports; const global = globalThis; const __filename = ${JSON.stringify(path)};\n${source.replace(/^\/\/# sourceMappingURL=.*$/m, "")}\n})`;
  const versions = { electron: "45.0.0", chrome: "stand-in", node: process.versions.node };
  // nodeIntegrationInSubFrames is off: frames inside the page have no preload.
  return {
    page: `if (window === window.top) { (${pageWorld})((${bridgePeer})("${secret}", "page", "preload")); }`,
    isolated: `if (window === window.top) { (${preloadWorld})((${bridgePeer})("${secret}", "preload", "page"), { encode: ${encodeWire}, decode: ${decodeWire} }, ${preload}, ${JSON.stringify({ platform: world.settings.platform, versions })}); }`,
  };
};
