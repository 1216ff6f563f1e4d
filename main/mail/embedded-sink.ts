import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface SinkMessage {
  readonly id: string;
  readonly a: string;
  readonly de: string;
  readonly sujet: string;
  readonly recuLe: string;
  readonly texte: string;
  readonly html?: string;
}

/** The demonstration’s mailbox: a real SMTP server on loopback whose messages are read on screen. */
export interface EmbeddedSink {
  start(): Promise<{ port: number }>;
  list(): readonly SinkMessage[];
  read(id: string): SinkMessage | undefined;
  stop(): Promise<void>;
}

const KEPT = 500;

export const createEmbeddedSink = ({ dataDir }: { dataDir: string }): EmbeddedSink => {
  const folder = join(dataDir, "boite-demo");
  const messages = new Map<string, SinkMessage>();
  const keep = async (raw: Buffer, to: string): Promise<void> => {
    const parsed = await simpleParser(raw);
    const message: SinkMessage = {
      id: randomUUID(),
      a: to,
      de: parsed.from?.text ?? "",
      sujet: parsed.subject ?? "",
      recuLe: new Date().toISOString(),
      texte: parsed.text ?? "",
      ...(parsed.html ? { html: parsed.html } : {}),
    };
    const path = join(folder, `${message.id}.json`);
    await writeFile(`${path}.tmp`, JSON.stringify(message), { mode: 0o600 });
    await rename(`${path}.tmp`, path);
    messages.set(message.id, message);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    size: 10_000_000,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map((one) => one.address).join(", ");
        keep(Buffer.concat(chunks), to).then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error("sink")),
        );
      });
    },
  });
  const sorted = () => [...messages.values()].sort((a, b) => b.recuLe.localeCompare(a.recuLe));
  return {
    start: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      for (const name of await readdir(folder))
        if (name.endsWith(".json")) {
          const message = JSON.parse(await readFile(join(folder, name), "utf8")) as SinkMessage;
          messages.set(message.id, message);
        }
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(0, "127.0.0.1", resolve);
      });
      server.on("error", () => {});
      return { port: (server.server.address() as AddressInfo).port };
    },
    list: () => sorted().slice(0, KEPT),
    read: (id) => messages.get(id),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
