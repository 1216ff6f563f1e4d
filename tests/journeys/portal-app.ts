import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createCore } from "../../main/app.ts";
import { createFileKeychain } from "../../main/hosts/node/keychain.ts";
import { inviteAlternants } from "../../main/invitations/invite-alternants.ts";
import type { FormationSaisie } from "../../shared/api/models.ts";
import { actor, withCfa } from "../builders/core.ts";
import { filled } from "../builders/dossier.ts";
import { expect, type Sink } from "./app.ts";

const root = join(import.meta.dirname, "..", "..");

/** A CFA with one formation, its mails going to the sink, and (when asked) one alternant invited: by the use cases. */
export const prepareCfa = async (
  folder: string,
  sink: Sink,
  options: { invite?: string; formation?: Partial<FormationSaisie> } = {},
): Promise<void> => {
  const core = await createCore({
    dataDir: folder,
    databaseUrl: `sqlite:${join(folder, "cactus.db")}`,
    demo: false,
    host: "cli",
    version: "test",
    keychain: createFileKeychain(folder),
  });
  const formation = await withCfa({ ...core, dataDir: folder, setNow: () => {} }, options.formation);
  await core.deps.store.write(async (tx) => {
    await tx.reglages.set("smtp", {
      hote: "127.0.0.1",
      port: sink.port,
      tls: "aucun",
      expediteurNom: "CFA des Deux Rives",
      expediteurCourriel: "cactus@cfa.example.fr",
      debitParMinute: 600,
    });
  });
  if (options.invite)
    await inviteAlternants(core.deps)(actor(), {
      formationId: formation.id,
      contrat: "apprentissage",
      lignes: options.invite,
    });
  await core.close();
};

/** A complete dossier, not yet requested, whose alternant has chosen this password. */
export const prepareComplete = async (folder: string, password: string): Promise<void> => {
  const core = await createCore({
    dataDir: folder,
    databaseUrl: `sqlite:${join(folder, "cactus.db")}`,
    demo: false,
    host: "cli",
    version: "test",
    keychain: createFileKeychain(folder),
  });
  const [formation] = await core.deps.store.read((tx) => tx.formations.list());
  if (!formation) throw new Error("no formation");
  const dossier = await filled({ ...core, dataDir: folder, setNow: () => {} }, formation);
  const motDePasse = await core.deps.passwords.hash(password);
  await core.deps.store.write(async (tx) => {
    const compte = await tx.comptes.byCourriel("portail", dossier.courriel);
    if (compte)
      await tx.comptes.update(compte.id, { motDePasse, provisoire: false, provisoireExpire: undefined });
  });
  await core.close();
};

export interface Portal {
  readonly url: string;
  stop(): Promise<void>;
}

/** The portal’s own process, on a free port, delivering its mails. */
export const startPortal = async (folder: string): Promise<Portal> => {
  const child: ChildProcess = spawn(
    join(root, "node_modules", ".bin", "node"),
    ["main/hosts/portal/main.ts", "--data", folder, "--port", "0", "--envoi"],
    { cwd: root, stdio: ["ignore", "pipe", "pipe"] },
  );
  let out = "";
  let errors = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const url = (): string | undefined => /^Portail: (\S+)$/m.exec(out)?.[1];
  await expect
    .poll(() => child.exitCode !== null || url() !== undefined, {
      message: "the portal starts",
      timeout: 120_000,
    })
    .toBe(true);
  if (child.exitCode !== null) throw new Error(`the portal stopped: ${errors}`);
  return {
    url: url() as string,
    stop: async () => {
      if (child.exitCode !== null) return;
      const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      child.kill("SIGTERM");
      await gone;
    },
  };
};

/** The generated password of an invitation, the token of a link. */
export const passwordIn = (text: string | undefined): string =>
  /[a-z2-9]{4}(?:-[a-z2-9]{4}){4}/.exec(text ?? "")?.[0] ?? "";
export const tokenIn = (text: string | undefined): string =>
  /#\/(?:mot-de-passe|inscription)\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";
