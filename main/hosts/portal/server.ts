import { timingSafeEqual } from "node:crypto";
import type { AddressInfo } from "node:net";
import { RPCHandler } from "@orpc/server/fastify";
import Fastify from "fastify";
import { procedures, rights } from "../../../shared/catalogues/rights.ts";
import { liveSession } from "../../access/session.ts";
import type { Core } from "../../app.ts";
import { portalRouter } from "../../doors/portal.ts";
import type { PortalContext } from "../../doors/portal-door.ts";
import { portalUrl } from "../../dossier/portal-address.ts";
import { answerFaults } from "../web/faults.ts";
import { builtPages, type Pages } from "../web/pages.ts";
import { newNonce, securityHeaders } from "../web/security.ts";

const MAX_BODY = 25_000_000;
/** What is called before anybody is signed in: it carries no session to protect, only limits. */
const PUBLIC = new Set(
  procedures
    .filter((name) => rights[name].acces === "public")
    .map((name) => `/rpc/${name.replace(".", "/")}`),
);

export interface PortalServer {
  readonly url: string;
  close(): Promise<void>;
}
export interface PortalOptions {
  readonly host: string;
  readonly port: number;
  readonly pages?: Pages;
  /** Behind a reverse proxy: whose `X-Forwarded-For` is believed (an address or a range). */
  readonly proxy?: string;
  /** One line a request: method, route, status, milliseconds. Never a person, an address or a query. */
  readonly journal?: (line: string) => void;
}

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The public HTTP server: the portal contract and its pages, nothing of the CFA’s office. */
export const servePortal = async (core: Core, options: PortalOptions): Promise<PortalServer> => {
  const { deps } = core;
  const pages = options.pages ?? (await builtPages("portal"));
  const handler = new RPCHandler(portalRouter(core));
  const server = Fastify({
    bodyLimit: MAX_BODY,
    logger: false,
    forceCloseConnections: true,
    trustProxy: options.proxy ?? false,
    requestTimeout: 60_000,
    connectionTimeout: 60_000,
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", (_request, _payload, done) => done(null, undefined));

  let own = "";
  const publicOrigin = async (): Promise<string> => new URL(await deps.store.read(portalUrl)).origin;
  const cookieName = (secure: boolean): string => (secure ? "__Host-cactus" : "cactus");
  const readCookie = (header: string | undefined, name: string): string | undefined =>
    (header ?? "")
      .split(/;\s*/)
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1);

  server.addHook("onRequest", async (request, reply) => {
    request.nonce = newNonce();
    reply.headers({ ...securityHeaders(request.nonce), "cache-control": "no-store" });
    const configured = await publicOrigin();
    if (configured.startsWith("https:")) reply.header("strict-transport-security", "max-age=31536000");
    if (request.method !== "GET" && request.method !== "HEAD") {
      // A request that changes something comes from our own page, and says so.
      const origin = request.headers.origin;
      if (origin !== own && origin !== configured)
        return reply.code(403).type("text/plain; charset=utf-8").send("Origine refusée.");
    }
  });
  if (options.journal) {
    const journal = options.journal;
    server.addHook("onResponse", async (request, reply) => {
      journal(
        `${request.method} ${request.routeOptions.url ?? "?"} ${reply.statusCode} ${Math.round(reply.elapsedTime)} ms`,
      );
    });
  }

  server.post("/rpc/*", async (request, reply) => {
    const configured = await publicOrigin();
    const secure = configured.startsWith("https:") && request.headers.origin === configured;
    const live = await liveSession(deps)(readCookie(request.headers.cookie, cookieName(secure)), "portail");
    const route = request.url.split("?")[0] ?? "";
    if (live && !PUBLIC.has(route) && !same(String(request.headers["x-csrf"] ?? ""), live.csrf ?? ""))
      return reply.code(403).type("text/plain; charset=utf-8").send("Rechargez la page, puis recommencez.");
    const context: PortalContext = {
      from: request.ip,
      cookie: {},
      ...(live ? { person: { compte: live.compte, sessionId: live.sessionId }, csrf: live.csrf } : {}),
    };
    // The session begins or ends with the answer: the cookie is set before oRPC writes it.
    reply.raw.on("error", () => {});
    const writeHead = reply.raw.writeHead.bind(reply.raw);
    reply.raw.writeHead = ((...args: Parameters<typeof writeHead>) => {
      const { jeton } = context.cookie;
      if (jeton !== undefined) {
        const attributes = `; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
        reply.raw.setHeader(
          "set-cookie",
          jeton === null
            ? `${cookieName(secure)}=${attributes}; Max-Age=0`
            : `${cookieName(secure)}=${jeton}${attributes}`,
        );
      }
      return writeHead(...args);
    }) as typeof reply.raw.writeHead;
    const { matched } = await handler.handle(request, reply, { prefix: "/rpc", context });
    if (!matched) return reply.code(404).type("text/plain; charset=utf-8").send("Introuvable.");
  });
  server.get("/", async (request, reply) =>
    reply.type("text/html; charset=utf-8").send(await pages.index(request.nonce)),
  );
  await pages.register(server);
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).type("text/plain; charset=utf-8").send("Introuvable."),
  );
  answerFaults(server, deps.log);

  await server.listen({ host: options.host, port: options.port });
  own = `http://${options.host}:${(server.server.address() as AddressInfo).port}`;
  return { url: own, close: () => server.close() };
};
