import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { newNonce, securityHeaders, withNonce } from "../web/security.ts";
import { isOurs } from "./urls.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

const notFound = (): Response =>
  new Response("Introuvable.", { status: 404, headers: { "content-type": "text/plain; charset=utf-8" } });

/** Where a request leads inside the folder; undefined for anything that would leave it or hide its path. */
export const pathInside = (folder: string, url: string): string | undefined => {
  if (!isOurs(url)) return undefined;
  // A standard scheme’s URL has had its « .. » resolved already; an encoded one has not.
  if (/%(2e|2f|5c|00|25)/i.test(url) || url.includes("\\")) return undefined;
  let pathname: string;
  try {
    pathname = decodeURIComponent(new URL(url).pathname);
  } catch {
    return undefined;
  }
  if (/[\0\\:]/.test(pathname) || pathname.split("/").includes("..")) return undefined;
  const resolved = normalize(join(folder, pathname === "/" ? "index.html" : pathname));
  return resolved.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? resolved : undefined;
};

/** Serves the built renderer under app://, with the same headers as over HTTP. */
export const serveApp =
  (folder: string) =>
  async (request: { url: string; method?: string }): Promise<Response> => {
    if (request.method !== undefined && request.method !== "GET") return notFound();
    const path = pathInside(folder, request.url);
    const type = path && types[extname(path).toLowerCase()];
    if (!path || !type) return notFound();
    try {
      const bytes = await readFile(path);
      const nonce = newNonce();
      const headers = { ...securityHeaders(nonce), "content-type": type, "cache-control": "no-store" };
      return new Response(
        type.startsWith("text/html") ? withNonce(bytes.toString("utf8"), nonce) : new Uint8Array(bytes),
        { headers },
      );
    } catch {
      return notFound();
    }
  };
