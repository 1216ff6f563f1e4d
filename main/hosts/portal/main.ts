import { parseArgs } from "node:util";
import { createCore } from "../../app.ts";
import { portalSettings } from "../../dossier/portal-address.ts";
import { createFileKeychain } from "../node/keychain.ts";
import { databaseUrlFor, defaultDataDir, version } from "../options.ts";
import { servePortal } from "./server.ts";

/**
 * The portal’s process: its own connection to the same database. `--port N --data DIR --hote ADDRESS`, `--envoi` to
 * deliver mails from here too (a portal alone on a server), `--journal` for an access log on stderr, `--lie` to end
 * with the application that started it (its standard input closes).
 */
const run = async (): Promise<void> => {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      port: { type: "string" },
      data: { type: "string" },
      hote: { type: "string" },
      demo: { type: "boolean" },
      envoi: { type: "boolean" },
      journal: { type: "boolean" },
      lie: { type: "boolean" },
    },
  });
  const demo = values.demo ?? false;
  const dataDir = values.data ?? defaultDataDir(demo);
  const core = await createCore({
    dataDir,
    databaseUrl: databaseUrlFor(dataDir),
    demo,
    host: "portail",
    version,
    keychain: createFileKeychain(dataDir),
  });
  const port =
    values.port === undefined ? (await core.deps.store.read(portalSettings)).port : Number(values.port);
  const server = await servePortal(core, {
    host: values.hote ?? "127.0.0.1",
    port,
    ...(process.env.CACTUS_PROXY ? { proxy: process.env.CACTUS_PROXY } : {}),
    ...(values.journal ? { journal: (line: string) => process.stderr.write(`${line}\n`) } : {}),
  });
  if (values.envoi) core.outbox.start();
  process.stdout.write(`Portail: ${server.url}\n`);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    await server.close();
    await core.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  if (values.lie) process.stdin.resume().once("close", () => void stop());
};

run().catch((error: unknown) => {
  const text =
    error instanceof Error && "code" in error && error.code === "EADDRINUSE"
      ? "Le port est déjà pris\u00a0: choisissez-en un autre (--port)."
      : error instanceof Error
        ? error.message
        : "Le portail n’a pas pu démarrer.";
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
