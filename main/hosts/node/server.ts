import { randomBytes, timingSafeEqual } from "node:crypto";
import type { AddressInfo } from "node:net";
import { RPCHandler } from "@orpc/server/fastify";
import Fastify, { type FastifyInstance } from "fastify";
import type { App } from "../../app.ts";
import { answerFaults } from "../web/faults.ts";
import { builtPages, type Pages } from "../web/pages.ts";
import { newNonce, securityHeaders } from "../web/security.ts";

const COOKIE = "cactus_hote";
const MAX_BODY = 32_000_000;

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export interface StaffOptions {
  readonly pages?: Pages;
  /** Value of the browser’s cookie, kept from one start to the next by `npm run dev`; drawn at each start otherwise. */
  readonly secret?: string;
}
export interface StaffServer {
  /** Address with its one-time token: opened once, it gives the browser its cookie. */
  readonly url: string;
  close(): Promise<void>;
}

const refusal = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Cactus</title></head><body><h1>Accès refusé</h1><p>Cette adresse ne sert qu’une fois, dans le navigateur ouvert par Cactus. Relancez Cactus pour en obtenir une nouvelle.</p></body></html>`;

/**
 * The staff application over loopback, for a machine without Electron: 127.0.0.1 only, the Host header checked
 * (DNS rebinding), a one-time token exchanged for an HttpOnly cookie, POST only from our own origin.
 */
export const serveStaff = async (
  app: App,
  port: number,
  options: StaffOptions = {},
): Promise<StaffServer> => {
  const pages = options.pages ?? (await builtPages("staff"));
  const secret = options.secret ?? randomBytes(32).toString("base64url");
  let oneTime: string | undefined = randomBytes(32).toString("base64url");
  const handler = new RPCHandler(app.router);
  const server: FastifyInstance = Fastify({
    bodyLimit: MAX_BODY,
    logger: false,
    forceCloseConnections: true,
  });
  // oRPC reads the body itself.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser("*", (_request, _payload, done) => done(null, undefined));

  let host = "";
  const cookieOf = (header: string | undefined): string =>
    new RegExp(`(?:^|; )${COOKIE}=([^;]+)`).exec(header ?? "")?.[1] ?? "";

  server.addHook("onRequest", async (request, reply) => {
    const nonce = newNonce();
    reply.headers({ ...securityHeaders(nonce), "cache-control": "no-store" });
    request.nonce = nonce;
    if (request.headers.host !== host)
      return reply.code(421).type("text/plain; charset=utf-8").send("Adresse inconnue.");
    const origin = request.headers.origin;
    if (origin !== undefined && origin !== `http://${host}`)
      return reply.code(403).type("text/plain; charset=utf-8").send("Origine refusée.");
    const url = new URL(request.url, `http://${host}`);
    const given = url.searchParams.get("acces");
    if (given !== null) {
      if (oneTime === undefined || !equal(given, oneTime))
        return reply.code(403).type("text/html; charset=utf-8").send(refusal);
      oneTime = undefined;
      return reply
        .header("set-cookie", `${COOKIE}=${secret}; HttpOnly; SameSite=Strict; Path=/`)
        .redirect("/", 303);
    }
    if (!equal(cookieOf(request.headers.cookie), secret))
      return reply.code(403).type("text/html; charset=utf-8").send(refusal);
  });

  server.all("/rpc/*", async (request, reply) => {
    if (request.method !== "GET" && request.headers.origin === undefined) return reply.code(403).send();
    const { matched } = await handler.handle(request, reply, {
      prefix: "/rpc",
      context: app.contextFor({ authorization: request.headers.authorization }),
    });
    if (!matched) return reply.code(404).type("text/plain; charset=utf-8").send("Introuvable.");
  });
  answerFaults(server, app.deps.log);
  server.get("/", async (request, reply) =>
    reply.type("text/html; charset=utf-8").send(await pages.index(request.nonce)),
  );
  await pages.register(server);

  await server.listen({ host: "127.0.0.1", port });
  host = `127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  return { url: `http://${host}/?acces=${oneTime}`, close: () => server.close() };
};

declare module "fastify" {
  interface FastifyRequest {
    nonce: string;
  }
}
