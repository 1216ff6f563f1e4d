import pino from "pino";
import { z } from "zod";
import {
  cadre,
  errorTypes,
  incidentReference,
  MAX_CADRES,
  naturesEcran,
} from "../shared/catalogues/incidents.ts";
import { mails } from "../shared/catalogues/mails.ts";
import { isProcedure } from "../shared/catalogues/rights.ts";
import { isSafeCode } from "./safe-code.ts";

/**
 * What a line may hold: counts, durations, versions, identifiers without meaning and words of our own lists. A text
 * has no kind, so that no name, address, NIR or password can get in by construction.
 */
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const ms = z.number().min(0).transform(Math.round);
const id = z.uuid();
const version = z.string().regex(/^\d{1,4}(\.\d{1,5}){0,3}(-[a-z]{2,10}(\.\d{1,4})?)?$|^test$/);
const code = z.string().refine(isSafeCode);
const procedure = z.string().refine(isProcedure);
const modele = z.string().refine((name) => Object.hasOwn(mails, name));
const exit = z.int();
const engine = z.enum(["sqlite", "postgres"]);

export const hosts = ["electron", "node", "portail", "cli"] as const;
/** Which host writes: its file is named after it. */
export type HostName = (typeof hosts)[number];

/** Where an unforeseen error came up. */
export const places = [
  "poste",
  "portail",
  "ecran",
  "http",
  "demarrage",
  "processus",
  "promesse",
  "fenetre",
  "sous-processus",
  "courriels",
  "jugements",
  "liasse",
  "ligne-de-commande",
  "diagnostic",
] as const;

const fault = z.object({
  type: z.enum(errorTypes),
  code: code.optional(),
  cadres: z.array(cadre).max(MAX_CADRES),
});
/** An error, reduced to what may be kept of it. */
export type Fault = z.infer<typeof fault>;

const lost = z.enum([
  "abnormal-exit",
  "clean-exit",
  "crashed",
  "integrity-failure",
  "killed",
  "launch-failed",
  "memory-eviction",
  "oom",
]);

/** Everything that can be written in the log: one entry per event, each field of a safe kind. */
const events = {
  demarrage: {
    version,
    node: version,
    electron: version.optional(),
    chrome: version.optional(),
    plateforme: z.enum(["aix", "darwin", "freebsd", "linux", "openbsd", "sunos", "win32"]),
    arch: z.enum(["arm", "arm64", "ia32", "x64"]),
    moteur: engine,
    demo: z.boolean(),
    ms,
  },
  arret: { cause: z.enum(["demande", "erreur"]), ms },
  erreur: {
    reference: incidentReference,
    lieu: z.enum(places),
    procedure: procedure.optional(),
    nature: z.enum(naturesEcran).optional(),
    ...fault.shape,
    causes: z.array(fault).max(8).optional(),
  },
  "appel-lent": { porte: z.enum(["poste", "portail"]), procedure, ms },
  courriel: {
    id,
    modele,
    sort: z.enum(["sent", "retry", "final", "uncertain"]),
    tentatives: count,
    ms,
  },
  "tache-de-fond": { tache: z.enum(["courriels", "jugements"]), faits: count, ms },
  portail: {
    etape: z.enum(["demarre", "arrete", "perdu"]),
    reference: incidentReference.optional(),
    code: exit.optional(),
  },
  migration: { moteur: engine, appliquees: count, ms },
  sauvegarde: { ms },
  liasse: { dossiers: count, documents: count, fin: z.enum(["terminee", "annulee", "en-echec"]), ms },
  fenetre: {
    etape: z.enum(["perdue", "muette", "preload", "chargement"]),
    reference: incidentReference,
    raison: lost.optional(),
    code: exit.optional(),
  },
  "sous-processus": {
    genre: z.enum([
      "GPU",
      "Pepper Plugin",
      "Pepper Plugin Broker",
      "Sandbox helper",
      "Unknown",
      "Utility",
      "Zygote",
    ]),
    reference: incidentReference,
    raison: lost,
    code: exit,
  },
  "mise-a-jour": {
    etape: z.enum(["cherchee", "trouvee", "telechargee", "installee", "refusee", "en-echec"]),
    version: version.optional(),
    code: code.optional(),
  },
  diagnostic: { octets: count, ms },
} as const satisfies Readonly<Record<string, Readonly<Record<string, z.ZodType>>>>;

type Events = typeof events;
export type EventName = keyof Events;
/** What an event is said with. */
export type LogFields<E extends EventName> = z.input<z.ZodObject<Events[E]>>;

/** The log of a host. A feature says an event of the catalogue; there is no way to write a sentence. */
export interface Log {
  say<E extends EventName>(event: E, fields: LogFields<E>): void;
}

const levels: Readonly<Partial<Record<EventName, "warn" | "error">>> = {
  erreur: "error",
  fenetre: "error",
  "sous-processus": "error",
  "appel-lent": "warn",
};

const UNREADABLE = "?";

/** What is not of its kind is not written; the others of the line are. */
const clean = (event: EventName, fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries<z.ZodType>(events[event]).flatMap(([name, kind]) => {
      if (fields[name] === undefined) return [];
      const read = kind.safeParse(fields[name]);
      return [[name, read.success ? read.data : UNREADABLE]];
    }),
  );

/** A log of JSON lines; `write` receives each whole line, and must not throw. */
export const createLog = (
  host: HostName,
  write: (line: string) => void,
  now: () => Date = () => new Date(),
): Log => {
  const logger = pino(
    {
      base: { hote: host, pid: process.pid },
      timestamp: () => `,"le":"${now().toISOString()}"`,
      formatters: { level: (niveau) => ({ niveau }) },
    },
    { write },
  );
  return {
    say: (event, fields) => logger[levels[event] ?? "info"]({ evenement: event, ...clean(event, fields) }),
  };
};

/** Where nothing is to be kept. */
export const silentLog: Log = { say: () => {} };
