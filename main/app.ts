import { openStore } from "../db/open.ts";
import type { Store } from "../db/ports.ts";
import { createSecretBox } from "../db/secret-box.ts";
import { createPasswords } from "./access/passwords.ts";
import { createPortalControl, type PortalControl } from "./admin/portal-control.ts";
import type { PortalLauncher } from "./admin/portal-process.ts";
import { ensureDemo } from "./demo/ensure-demo.ts";
import type { AppConfig, Deps, Keychain } from "./deps.ts";
import { createPackService } from "./documents/packs.ts";
import { createPdfPool } from "./documents/pool.ts";
import { createDocumentService, type DocumentService } from "./documents/service.ts";
import { accessRouter, accountProcedures } from "./doors/access.ts";
import { documentsRouter } from "./doors/documents.ts";
import { dossiersRouter } from "./doors/dossiers.ts";
import { followUpRouter } from "./doors/follow-up.ts";
import { formationsRouter } from "./doors/formations.ts";
import { mailRouter, smtpProcedures } from "./doors/mail.ts";
import { adminRouter } from "./doors/office.ts";
import { reviewRouter } from "./doors/review.ts";
import { type CallContext, staffDoor } from "./doors/staff-door.ts";
import { createJudgements, type Judgements } from "./dossier/judgements.ts";
import { Sentence } from "./errors.ts";
import { type Log, silentLog } from "./log.ts";
import { createEmbeddedSink, type EmbeddedSink } from "./mail/embedded-sink.ts";
import { createOutboxWorker } from "./mail/outbox-worker.ts";

/**
 * The composition root: settings in, a running application out. No Electron, no HTTP. Hosts call `createApp`,
 * serve `app.router` with `app.contextFor(headers)`, and `app.close()` at the end.
 */
export interface AppSettings extends AppConfig {
  readonly keychain: Keychain;
  /** The log of this host; nothing is kept when absent. */
  readonly log?: Log;
  readonly now?: () => Date;
  /** How this host starts the portal’s process; under Node when absent. */
  readonly launchPortal?: PortalLauncher;
}

/** Name of the data key in the keychain; `CACTUS_CLE` (base64, 32 bytes) overrides it for shared databases. */
export const dataKeyName = "cle-donnees";

/** The data key of this workstation, where it has one already. */
export const keyIfAny = async (keychain: Keychain | undefined): Promise<Buffer | undefined> => {
  const given = process.env.CACTUS_CLE;
  if (given) {
    const key = Buffer.from(given, "base64");
    if (key.length !== 32) throw new Sentence("CACTUS_CLE doit contenir 32 octets en base64.");
    return key;
  }
  const stored = await keychain?.get(dataKeyName);
  return stored ? Buffer.from(stored, "base64") : undefined;
};

const dataKey = async (keychain: Keychain): Promise<Buffer> => {
  const known = await keyIfAny(keychain);
  if (known) return known;
  const fresh = Buffer.from(crypto.getRandomValues(new Uint8Array(32)));
  await keychain.set(dataKeyName, fresh.toString("base64"));
  return fresh;
};

/** Everything below the routers: what the CLI and the portal process use as well. */
export interface Core {
  readonly deps: Deps;
  readonly documents: DocumentService;
  readonly pool: ReturnType<typeof createPdfPool>;
  readonly outbox: ReturnType<typeof createOutboxWorker>;
  readonly judgements: Judgements;
  close(): Promise<void>;
}

/** What this process is made of, for who reads its log. */
const saidAtStart = (settings: AppSettings, store: Store, since: number) => ({
  version: settings.version,
  node: process.versions.node,
  electron: process.versions.electron,
  chrome: process.versions.chrome,
  plateforme: process.platform as "linux",
  arch: process.arch as "x64",
  moteur: store.engine,
  demo: settings.demo,
  ms: performance.now() - since,
});

export const createCore = async (settings: AppSettings): Promise<Core> => {
  const since = performance.now();
  const log = settings.log ?? silentLog;
  const secrets = createSecretBox(await dataKey(settings.keychain));
  const now = settings.now ?? (() => new Date());
  const store: Store = await openStore({ url: settings.databaseUrl, secrets, clock: now });
  const { applied } = await store.migrate();
  if (applied.length > 0)
    log.say("migration", {
      moteur: store.engine,
      appliquees: applied.length,
      ms: performance.now() - since,
    });
  let wake = () => {};
  let judge = () => {};
  const { dataDir, databaseUrl, demo, host, version } = settings;
  const deps: Deps = {
    store,
    secrets,
    keychain: settings.keychain,
    passwords: createPasswords(),
    now,
    log,
    config: { dataDir, databaseUrl, demo, host, version },
    mailDue: () => wake(),
    judgementsDue: () => judge(),
  };
  const pool = createPdfPool(log);
  const outbox = createOutboxWorker(deps);
  wake = () => outbox.wake();
  const judgements = createJudgements(deps);
  judge = () => judgements.wake();
  log.say("demarrage", saidAtStart(settings, store, since));
  return {
    deps,
    pool,
    outbox,
    judgements,
    documents: createDocumentService(deps, pool),
    close: async () => {
      await judgements.stop();
      await outbox.stop();
      await pool.close();
      await store.close();
      log.say("arret", { cause: "demande", ms: performance.now() - since });
    },
  };
};

export interface App {
  readonly router: ReturnType<typeof buildRouter>;
  readonly deps: Deps;
  readonly documents: DocumentService;
  readonly portal: PortalControl;
  contextFor(headers: { authorization?: string | undefined }): CallContext;
  /** Starts what runs beside requests: the outbox, the demonstration’s mailbox. */
  start(): Promise<void>;
  /** The machine was asleep: what waits is done now, not at the next tick. */
  wake(): void;
  /** Something is being made that closing would interrupt (a pack). */
  busy(): boolean;
  close(): Promise<void>;
}

const buildRouter = (
  core: Core,
  packs: ReturnType<typeof createPackService>,
  portal: PortalControl,
  sink: EmbeddedSink | undefined,
) => {
  const { deps, documents, pool } = core;
  const door = staffDoor(deps);
  const { authed } = door;
  const admin = adminRouter(deps, portal, authed);
  return {
    acces: accessRouter(deps, door),
    tableau: admin.tableau,
    formations: formationsRouter(deps, documents, authed),
    dossiers: dossiersRouter(deps, pool, authed),
    economie: reviewRouter(deps, authed),
    suivi: followUpRouter(deps, authed),
    documents: documentsRouter(deps, documents, packs, authed),
    courriels: mailRouter(deps, sink, authed),
    reglages: { ...admin.reglages, ...accountProcedures(deps, authed), ...smtpProcedures(deps, authed) },
  };
};

export const createApp = async (settings: AppSettings): Promise<App> => {
  const core = await createCore(settings);
  const { deps } = core;
  const sink = settings.demo ? createEmbeddedSink({ dataDir: settings.dataDir }) : undefined;
  if (sink) await ensureDemo(deps, await sink.start());
  const packs = createPackService(deps, core.documents);
  const portal = createPortalControl(deps, {
    launch: settings.launchPortal,
    dataKey: (await dataKey(settings.keychain)).toString("base64"),
  });
  const router = buildRouter(core, packs, portal, sink);
  return {
    router,
    deps,
    documents: core.documents,
    portal,
    contextFor: ({ authorization }) => {
      const jeton = /^Bearer (\S{1,200})$/.exec(authorization ?? "")?.[1];
      return jeton ? { jeton } : {};
    },
    start: async () => {
      await packs.sweep();
      core.outbox.start();
      core.judgements.start();
    },
    wake: () => {
      core.outbox.wake();
      core.judgements.wake();
    },
    busy: () => packs.busy(),
    close: async () => {
      await portal.stop();
      await packs.close();
      await core.close();
      await sink?.stop();
    },
  };
};
