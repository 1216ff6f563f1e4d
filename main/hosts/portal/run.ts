import { parseArgs } from "node:util";
import { type Core, createCore } from "../../app.ts";
import { firstFreePort } from "../../demo/free-port.ts";
import { portalSettings } from "../../dossier/portal-address.ts";
import { createFileKeychain } from "../node/keychain.ts";
import { databaseUrlFor, defaultDataDir, version } from "../options.ts";
import { PORT_TAKEN, portTaken } from "../port-taken.ts";
import { type PortalOptions, type PortalServer, servePortal } from "./server.ts";

/**
 * The demonstration takes the next free port when its own is taken, and remembers it: the links of its mails lead
 * there.
 */
const serveDemo = async (core: Core, options: PortalOptions): Promise<PortalServer> => {
  for (;;) {
    const port = await firstFreePort(options.port, options.host);
    if (port !== options.port)
      await core.deps.store.write(async (tx) =>
        tx.reglages.set("portail", { ...(await portalSettings(tx)), port }),
      );
    try {
      return await servePortal(core, { ...options, port });
    } catch (error) {
      // Another demonstration took it meanwhile.
      if (!portTaken(error)) throw error;
    }
  }
};

const run = async (args: readonly string[], choices: Pick<PortalOptions, "pages">): Promise<void> => {
  const { values } = parseArgs({
    args: [...args],
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
  // A port that somebody asked for, or that a real CFA set, is that one or none: a proxy and mails lead there.
  const serve = demo && values.port === undefined ? serveDemo : servePortal;
  const server = await serve(core, {
    host: values.hote ?? "127.0.0.1",
    port,
    ...choices,
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

/**
 * The portal’s process: its own connection to the same database. `--port N --data DIR --hote ADDRESS`, `--envoi` to
 * deliver mails from here too (a portal alone on a server), `--journal` for an access log on stderr, `--lie` to end
 * with the application that started it (its standard input closes).
 */
export const runPortal = (
  args: readonly string[],
  choices: Pick<PortalOptions, "pages"> = {},
): Promise<void> =>
  run(args, choices).catch((error: unknown) => {
    const text = portTaken(error)
      ? PORT_TAKEN
      : error instanceof Error
        ? error.message
        : "Le portail n’a pas pu démarrer.";
    process.stderr.write(`${text}\n`);
    process.exit(1);
  });
