import type { Actor, Deps } from "../deps.ts";
import { auditBy } from "../dossier/change.ts";
import { portalSettings } from "../dossier/portal-address.ts";
import { Sentence, saisieInvalide } from "../errors.ts";
import { newReference } from "../incident.ts";
import {
  lastWordsIn,
  type PortalLauncher,
  type PortalProcess,
  portalEntry,
  spawnPortal,
} from "./portal-process.ts";

export interface PortalState {
  readonly etat: "arrete" | "demarrage" | "actif" | "en-echec";
  readonly url?: string;
  readonly adressePublique?: string;
  readonly port: number;
  readonly erreur?: string;
}
export interface PortalControl {
  state(): Promise<PortalState>;
  /** Resolves with the address once the process says that it is ready. */
  start(): Promise<string>;
  stop(): Promise<void>;
  startBy(actor: Actor): Promise<Record<string, never>>;
  stopBy(actor: Actor): Promise<Record<string, never>>;
}

const REFERENCE = /référence ([0-9A-F]{4}-[0-9A-F]{2})/i;
const STOPPED = "Le portail s’est arrêté.";

const definedEnv = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/**
 * Starts and stops the portal, a process of its own with its own database connection (a crash or a flood there never
 * reaches this one). It says « Portail: <url> » when ready.
 */
export const createPortalControl = (
  deps: Deps,
  settings: { launch?: PortalLauncher; dataKey: string },
): PortalControl => {
  const launch = settings.launch ?? spawnPortal;
  let child: PortalProcess | undefined;
  let ready: Promise<string> | undefined;
  let gone: Promise<void> = Promise.resolve();
  let etat: PortalState["etat"] = "arrete";
  let url: string | undefined;
  let erreur: string | undefined;

  const launchOnce = async (): Promise<string> => {
    const { port } = await deps.store.read(portalSettings);
    if (etat === "arrete") throw new Sentence(STOPPED);
    const started = launch(
      portalEntry(),
      // The demonstration’s portal moves when its port is taken; a CFA’s never does, its mails lead there.
      [...(deps.config.demo ? ["--demo"] : ["--port", String(port)]), "--data", deps.config.dataDir],
      {
        ...definedEnv(),
        CACTUS_DATABASE: deps.config.databaseUrl,
        // The system’s keychain opens for this application only: its child is given the key, never on disk.
        CACTUS_CLE: settings.dataKey,
      },
    );
    child = started;
    return new Promise<string>((resolve, reject) => {
      let out = "";
      let errors = "";
      started.onOutput((text) => {
        out += text;
        const address = /^Portail: (\S+)$/m.exec(out)?.[1];
        if (address && etat === "demarrage") {
          etat = "actif";
          url = address;
          deps.log.say("portail", { etape: "demarre" });
          resolve(address);
        }
      });
      started.onErrors((text) => {
        errors = (errors + text).slice(-2000);
      });
      const exited = Promise.withResolvers<void>();
      gone = exited.promise;
      started.onExit((code) => {
        exited.resolve();
        if (child !== started) return;
        child = undefined;
        url = undefined;
        if (etat !== "demarrage") ready = undefined;
        const said = lastWordsIn(errors) ?? STOPPED;
        // Stopped on purpose or not, whoever waits for its address is answered.
        reject(new Sentence(said));
        if (etat === "arrete") {
          deps.log.say("portail", { etape: "arrete" });
          return;
        }
        // Its own last words name the line of its log; a process killed says nothing, and is known by this one.
        const own = REFERENCE.exec(said)?.[1];
        const reference = own ?? newReference();
        deps.log.say("portail", { etape: "perdu", reference, code });
        erreur = own || etat === "demarrage" ? said : `${said} Référence ${reference}.`;
        etat = "en-echec";
      });
    });
  };

  /** Two clicks start one portal. */
  const start = (): Promise<string> => {
    if (!ready) {
      etat = "demarrage";
      erreur = undefined;
      const starting = launchOnce();
      ready = starting;
      starting.catch(() => {
        ready = undefined;
      });
    }
    return ready;
  };

  const stop = async (): Promise<void> => {
    const running = child;
    etat = "arrete";
    erreur = undefined;
    if (!running) return;
    running.stop();
    await gone;
  };

  return {
    state: async () => {
      const { adressePublique, port } = await deps.store.read(portalSettings);
      return {
        etat,
        port,
        ...(url ? { url } : {}),
        ...(adressePublique ? { adressePublique } : {}),
        ...(erreur ? { erreur } : {}),
      };
    },
    start,
    stop,
    startBy: async (actor) => {
      await start().catch(() => {});
      await deps.store.write((tx) =>
        tx.audit.record(auditBy(actor, { action: "portail.demarre", phrase: "a démarré le portail" })),
      );
      return {};
    },
    stopBy: async (actor) => {
      await stop();
      await deps.store.write((tx) =>
        tx.audit.record(auditBy(actor, { action: "portail.arrete", phrase: "a arrêté le portail" })),
      );
      return {};
    },
  };
};

export const configurePortal =
  (deps: Deps) => async (actor: Actor, next: { adressePublique?: string; port: number }) => {
    if (next.adressePublique) {
      const url = URL.canParse(next.adressePublique) ? new URL(next.adressePublique) : undefined;
      if (!url || !["https:", "http:"].includes(url.protocol))
        throw saisieInvalide([
          {
            champ: "adressePublique",
            message: "L’adresse publique s’écrit en entier, par exemple https://cactus.mon-cfa.fr.",
          },
        ]);
    }
    await deps.store.write(async (tx) => {
      await tx.reglages.set("portail", {
        port: next.port,
        ...(next.adressePublique ? { adressePublique: next.adressePublique } : {}),
      });
      await tx.audit.record(
        auditBy(actor, { action: "reglages.portail", phrase: "a modifié les réglages du portail" }),
      );
    });
    return {};
  };
