import { parseArgs } from "node:util";
import { sayLastWords } from "../../admin/portal-process.ts";
import { type Core, createCore } from "../../app.ts";
import { firstFreePort } from "../../demo/free-port.ts";
import { portalSettings } from "../../dossier/portal-address.ts";
import { type Log, silentLog } from "../../log.ts";
import { openLog } from "../../log-file.ts";
import { createFileKeychain } from "../node/keychain.ts";
import { databaseUrlFor, defaultDataDir, OptionError, version } from "../options.ts";
import { PORT_TAKEN, portTaken } from "../port-taken.ts";
import { watchProcess, whyNotStarted } from "../process-faults.ts";
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

const readArgs = (args: readonly string[]) => {
  try {
    return parseArgs({
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
    }).values;
  } catch {
    throw new OptionError(
      "Option inconnue. Options possibles\u00a0: --port N, --data DOSSIER, --hote ADRESSE, --demo, --envoi, --journal.",
    );
  }
};
type Args = ReturnType<typeof readArgs>;
const dataDirOf = ({ data, demo = false }: Args): string => data ?? defaultDataDir(demo);

const run = async (values: Args, log: Log, choices: Pick<PortalOptions, "pages">): Promise<void> => {
  const demo = values.demo ?? false;
  const dataDir = dataDirOf(values);
  const core = await createCore({
    dataDir,
    databaseUrl: databaseUrlFor(dataDir),
    demo,
    host: "portail",
    version,
    keychain: createFileKeychain(dataDir),
    log,
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
export const runPortal = async (
  args: readonly string[],
  choices: Pick<PortalOptions, "pages"> = {},
): Promise<void> => {
  let log = silentLog;
  try {
    const values = readArgs(args);
    log = openLog(dataDirOf(values), "portail");
    watchProcess(log, (sentence) => {
      sayLastWords(sentence);
      process.exit(1);
    });
    await run(values, log, choices);
  } catch (error) {
    sayLastWords(portTaken(error) ? PORT_TAKEN : whyNotStarted(log, error));
    process.exit(error instanceof OptionError ? 2 : 1);
  }
};
