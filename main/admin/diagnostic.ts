import { readdir, readFile, stat, statfs } from "node:fs/promises";
import { arch, cpus, freemem, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";
import type { Smtp } from "../../shared/api/staff/office.ts";
import { RULES_VERSION } from "../../shared/rules/index.ts";
import type { Deps, Tx } from "../deps.ts";
import { portalSettings } from "../dossier/portal-address.ts";
import { currentDelais } from "../dossier/settings.ts";
import { verifyJudgements } from "../dossier/verify-judgements.ts";
import { readFault } from "../incident.ts";
import type { Fault } from "../log.ts";
import { logFolder } from "../log-file.ts";

/** What a diagnostic is made of: a running application, or what is left of it when its database does not open. */
export type Diagnosed = Pick<Deps, "config" | "log" | "now"> &
  ({ readonly store: Deps["store"] } | { readonly fermee: unknown });

const readme = `Diagnostic de Cactus

Ce fichier est destiné à la personne qui vous dépanne. Il ne contient aucune donnée personnelle\u00a0:
ni nom, ni adresse, ni NIR, ni courriel, ni mot de passe, ni document.

diagnostic.json   versions, système, base (nombres de lignes, intégrité), réglages sans secret,
                  file des courriels, place sur le disque
journaux/         ce que Cactus a noté de son fonctionnement\u00a0: une ligne JSON par événement

Une erreur vue à l’écran avec une «\u00a0Référence 7F3A-22\u00a0» se retrouve dans les journaux sous "reference".
`;

/** One part of the picture; what fails in it is said as the log would, and the other parts are still there. */
const part = async <T>(work: () => Promise<T>): Promise<T | { panne: Fault }> => {
  try {
    return await work();
  } catch (error) {
    return { panne: readFault(error) };
  }
};

const LOG_NAME = /^cactus-(electron|node|portail|cli)(\.\d{1,2})?\.log$/;
const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

const sizeOf = async (path: string): Promise<number> => {
  const it = await stat(path).catch(() => undefined);
  if (!it) return 0;
  if (!it.isDirectory()) return it.size;
  const sizes = await Promise.all((await namesIn(path)).map((name) => sizeOf(join(path, name))));
  return sizes.reduce((sum, one) => sum + one, 0);
};

/** Sizes of what Cactus itself keeps in its folder, under its own names; the folder’s path names its owner. */
const disk = async (dataDir: string) => {
  const ours = ["cactus.db", "cactus.db-wal", "sauvegardes", "liasses", "journaux"];
  const sizes = await Promise.all(
    ours.map(async (name) => [name, await sizeOf(join(dataDir, name))] as const),
  );
  const { bavail, bsize } = await statfs(dataDir);
  return { octets: Object.fromEntries(sizes), libres: bavail * bsize };
};

const system = () => ({
  plateforme: platform(),
  version: release(),
  arch: arch(),
  coeurs: cpus().length,
  memoire: { totale: totalmem(), libre: freemem() },
  langue: Intl.DateTimeFormat().resolvedOptions().locale,
  fuseau: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** What is set, and the choices that name nobody: never an address, a host, a name or a secret. */
const settingsOf = async (tx: Tx) => {
  const smtp = await tx.reglages.get<Smtp>("smtp");
  const { adressePublique, port } = await portalSettings(tx);
  return {
    cfa: (await tx.reglages.cfa()) !== undefined,
    delais: await currentDelais(tx),
    envoi: smtp
      ? {
          tls: smtp.tls,
          port: smtp.port,
          debitParMinute: smtp.debitParMinute,
          identifiant: smtp.utilisateur !== undefined,
        }
      : "aucun",
    portail: {
      port,
      adressePublique: adressePublique !== undefined,
      https: adressePublique?.startsWith("https:"),
    },
  };
};

const database = async (on: Diagnosed) => {
  if (!("store" in on)) return { ouverte: false, panne: readFault(on.fermee) };
  const { store, now } = on;
  return {
    ouverte: true,
    moteur: store.engine,
    ...(await part(() => store.inventory())),
    integrite: await part(async () => [...(await store.verify()), await verifyJudgements({ store, now })]),
    reglages: await part(() => store.read(settingsOf)),
    courriels: await part(() => store.read((tx) => tx.outbox.counts())),
  };
};

/** What a person of the support needs to begin with, in one zip: no personal data, by what it is made of. */
export const makeDiagnostic = async (on: Diagnosed): Promise<{ nom: string; contenu: Uint8Array }> => {
  const since = performance.now();
  const { config, log, now } = on;
  const report = {
    le: now().toISOString(),
    cactus: { version: config.version, hote: config.host, demo: config.demo, regles: RULES_VERSION },
    moteurs: {
      node: process.versions.node,
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      v8: process.versions.v8,
    },
    systeme: system(),
    disque: await part(() => disk(config.dataDir)),
    base: await database(on),
  };
  const zip = new ZipFile();
  const mtime = now();
  zip.addBuffer(Buffer.from(`\uFEFF${readme}`), "README.txt", { mtime });
  zip.addBuffer(Buffer.from(JSON.stringify(report, null, 2)), "diagnostic.json", { mtime });
  const folder = logFolder(config.dataDir);
  for (const name of (await namesIn(folder)).filter((one) => LOG_NAME.test(one)).sort())
    zip.addBuffer(await readFile(join(folder, name)), `journaux/${name}`, { mtime });
  zip.end();
  const contenu = new Uint8Array(await buffer(zip.outputStream));
  log.say("diagnostic", { octets: contenu.length, ms: performance.now() - since });
  return { nom: `cactus-diagnostic-${now().toISOString().slice(0, 10)}.zip`, contenu };
};
