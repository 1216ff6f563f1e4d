import { type ChildProcess, spawn } from "node:child_process";
import type { Actor, Deps } from "../deps.ts";
import { auditBy } from "../dossiers/changes.ts";
import { assertAdministrator, assertDesk } from "../dossiers/policy.ts";
import { saisieInvalide } from "../errors.ts";
import { portalSettings } from "./portal-address.ts";

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

/**
 * Starts and stops the portal, a process of its own with its own database connection (a crash or a flood there never
 * reaches this one). It says « Portail: <url> » when ready.
 */
export const createPortalControl = (deps: Deps): PortalControl => {
  let child: ChildProcess | undefined;
  let etat: PortalState["etat"] = "arrete";
  let url: string | undefined;
  let erreur: string | undefined;

  const start = async (): Promise<string> => {
    if (child && url) return url;
    const { port } = await deps.store.read(portalSettings);
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const entry = new URL(
      extension === "ts" ? `../hosts/portal/main.${extension}` : `./portal.${extension}`,
      import.meta.url,
    );
    etat = "demarrage";
    erreur = undefined;
    const started = spawn(
      process.execPath,
      [
        entry.pathname,
        "--port",
        String(port),
        "--data",
        deps.config.dataDir,
        ...(deps.config.demo ? ["--demo"] : []),
      ],
      {
        stdio: ["ignore", "pipe", "pipe"],
        env: { ...process.env, CACTUS_DATABASE: deps.config.databaseUrl, ELECTRON_RUN_AS_NODE: "1" },
      },
    );
    child = started;
    return new Promise<string>((resolve, reject) => {
      let out = "";
      let errors = "";
      started.stdout?.setEncoding("utf8").on("data", (text: string) => {
        out += text;
        const ready = /^Portail: (\S+)$/m.exec(out)?.[1];
        if (ready && etat === "demarrage") {
          etat = "actif";
          url = ready;
          resolve(ready);
        }
      });
      started.stderr?.setEncoding("utf8").on("data", (text: string) => {
        errors = (errors + text).slice(-2000);
      });
      started.once("exit", () => {
        const wasStarting = etat === "demarrage";
        child = undefined;
        url = undefined;
        if (etat === "arrete") return;
        etat = "en-echec";
        erreur = errors.trim().split("\n").at(-1) || "Le portail s’est arrêté.";
        if (wasStarting) reject(new Error(erreur));
      });
    });
  };

  const stop = async (): Promise<void> => {
    const running = child;
    etat = "arrete";
    erreur = undefined;
    if (!running) return;
    const gone = new Promise<void>((resolve) => running.once("exit", () => resolve()));
    running.kill("SIGTERM");
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
      assertDesk(actor);
      await start().catch(() => {});
      await deps.store.write((tx) =>
        tx.audit.record(auditBy(actor, { action: "portail.demarre", phrase: "a démarré le portail" })),
      );
      return {};
    },
    stopBy: async (actor) => {
      assertDesk(actor);
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
    assertAdministrator(actor);
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
