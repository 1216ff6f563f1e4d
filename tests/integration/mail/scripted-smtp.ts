import { type AddressInfo, createServer, type Socket } from "node:net";

/** What the server does wrong with one message; "ok" delivers it. Those of reliability.md § 2, and some of ours. */
export const faults = [
  "pas-d-accueil",
  "451-mail",
  "450-rcpt",
  "550-rcpt",
  "452-data",
  "554-data",
  "coupure-pendant-data",
  "recu-puis-coupure",
  "recu-puis-silence",
  "coupure-a-l-accueil",
  "554-a-l-accueil",
  "coupure-a-mail",
  "coupure-a-rcpt",
  "coupure-avant-data",
  "530-mail",
  "535-auth",
] as const;
export type Fault = (typeof faults)[number] | "ok";

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
  readonly messageId: string;
}
export interface ScriptedSmtp {
  readonly port: number;
  /** Bodies received in full, acknowledged or not. */
  readonly received: readonly Received[];
  readonly connections: () => number;
  /** Every line clients sent, bodies excluded. */
  readonly commands: readonly string[];
  close(): Promise<void>;
}

const path = (line: string): string => /<(.*)>/.exec(line)?.[1] ?? "";
const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: *(.*(?:\r\n[ \t].*)*)`, "im").exec(raw)?.[1]?.replace(/\r\n[ \t]+/g, " ") ?? "";

/**
 * A raw SMTP server on loopback that misbehaves to order: `next` is asked once per connection for the faults of the
 * beginning, and once per MAIL for the others.
 */
export const scriptedSmtp = async (next: (moment: "accueil" | "message") => Fault): Promise<ScriptedSmtp> => {
  const received: Received[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;

  const serve = (socket: Socket): void => {
    connections += 1;
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    const say = (line: string) => socket.write(`${line}\r\n`);
    const opening = next("accueil");
    if (opening === "pas-d-accueil") return;
    if (opening === "coupure-a-l-accueil") return void socket.end();
    if (opening === "554-a-l-accueil") return void socket.end("554 no service\r\n");
    say("220 test ESMTP");

    let fault: Fault = "ok";
    let from = "";
    let to: string[] = [];
    let body: string | undefined;
    let pending = "";

    const finish = (raw: string): void => {
      if (fault === "452-data") return void say("452 4.3.1 later");
      if (fault === "554-data") return void say("554 5.7.1 no");
      received.push({ from, to, raw, messageId: header(raw, "Message-ID") });
      if (fault === "recu-puis-coupure") return void socket.destroy();
      if (fault === "recu-puis-silence") return;
      say("250 2.0.0 queued");
    };
    const command = (line: string): void => {
      commands.push(line);
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "EHLO" || verb === "HELO") {
        socket.write("250-test\r\n");
        if (opening === "535-auth") socket.write("250-AUTH PLAIN\r\n");
        return void say("250 8BITMIME");
      }
      if (verb === "AUTH") return void say("535 5.7.8 bad credentials");
      if (verb === "MAIL") {
        fault = next("message");
        from = path(line);
        to = [];
        if (fault === "coupure-a-mail") return void socket.destroy();
        if (fault === "451-mail") return void say("451 4.3.0 later");
        if (fault === "530-mail") return void say("530 5.7.0 authenticate first");
        return void say("250 ok");
      }
      if (verb === "RCPT") {
        if (fault === "coupure-a-rcpt") return void socket.destroy();
        if (fault === "450-rcpt") return void say("450 4.7.1 greylisted");
        if (fault === "550-rcpt") return void say("550 5.1.1 unknown user");
        to.push(path(line));
        return void say("250 ok");
      }
      if (verb === "DATA") {
        if (fault === "coupure-avant-data") return void socket.destroy();
        body = "";
        return void say("354 go on");
      }
      if (verb === "RSET") return void say("250 ok");
      if (verb === "QUIT") return void socket.end("221 bye\r\n");
      say("502 unknown");
    };
    socket.setEncoding("latin1");
    socket.on("data", (chunk: string) => {
      pending += chunk;
      for (;;) {
        if (body !== undefined) {
          if (fault === "coupure-pendant-data") return void socket.destroy();
          const end = pending.indexOf("\r\n.\r\n");
          if (end < 0) return;
          const raw = `${pending.slice(0, end)}\r\n`;
          pending = pending.slice(end + 5);
          body = undefined;
          finish(raw);
        } else {
          const end = pending.indexOf("\r\n");
          if (end < 0) return;
          const line = pending.slice(0, end);
          pending = pending.slice(end + 2);
          command(line);
        }
      }
    });
  };
  const server = createServer(serve);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received,
    commands,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** A port where nothing listens. */
export const closedPort = async (): Promise<number> => {
  const server = await scriptedSmtp(() => "ok");
  await server.close();
  return server.port;
};
