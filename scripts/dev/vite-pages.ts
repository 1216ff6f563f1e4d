import { type IncomingMessage, request } from "node:http";
import { connect, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import type { Pages } from "../../main/hosts/web/pages.ts";
import { withNonce } from "../../main/hosts/web/security.ts";

/** What concerns one connection only, or the person’s session: it stops at the host. */
const OURS = new Set(["host", "cookie", "authorization", "connection", "keep-alive", "transfer-encoding"]);

const forwarded = (headers: IncomingMessage["headers"]): IncomingMessage["headers"] =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OURS.has(name)));

/**
 * Pages of a Vite server on this machine, behind the host’s own checks and headers: its cookie, its origin, its content
 * policy. The browser knows one address, the host’s; the socket of hot reload passes by it too.
 */
export const vitePages = (origin: string): Pages => {
  const { port, hostname, host } = new URL(origin);
  return {
    index: async (nonce) => {
      const answer = await fetch(origin, { headers: { accept: "text/html" } });
      return withNonce(await answer.text(), nonce);
    },
    register: async (server: FastifyInstance) => {
      server.get("/*", (incoming, reply) => {
        reply.hijack();
        const { raw } = reply;
        const outgoing = request(
          { port, hostname, path: incoming.url, headers: { ...forwarded(incoming.headers), host } },
          (answer) => {
            raw.writeHead(answer.statusCode ?? 502, {
              ...reply.getHeaders(),
              ...forwarded(answer.headers),
            } as Record<string, string>);
            answer.pipe(raw);
          },
        );
        outgoing.once("error", () => raw.headersSent || raw.writeHead(502));
        outgoing.once("error", () => raw.end());
        raw.once("close", () => outgoing.destroy());
        outgoing.end();
      });

      const sockets = new Set<Socket>();
      server.server.on("upgrade", (incoming: IncomingMessage, socket: Socket, head: Buffer) => {
        socket.setTimeout(0);
        // Vite asks for the token that its own script carries: only a page that we served has it.
        const upstream = connect(Number(port), hostname, () => {
          const { cookie: _, authorization: __, ...headers } = incoming.headers;
          const lines = Object.entries({ ...headers, host }).map(([name, value]) => `${name}: ${value}`);
          upstream.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
          upstream.write(head);
          socket.pipe(upstream).pipe(socket);
        });
        for (const one of [socket, upstream]) {
          sockets.add(one);
          one.on("error", () => {});
          one.once("close", () => {
            sockets.delete(one);
            socket.destroy();
            upstream.destroy();
          });
        }
      });
      server.addHook("preClose", async () => {
        for (const one of sockets) one.destroy();
      });
    },
  };
};
