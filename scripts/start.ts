import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildElectron, buildRenderer } from "./build.ts";
import { electronBinary, electronFolder, hasDisplay } from "./electron.ts";

/**
 * `npm start`: Electron where its binary is present or can be fetched, else the Node host in a browser; one line says
 * which. `CACTUS_HOST=node` or `CACTUS_HOST=electron` decides instead.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Electron’s package fetches its binary on demand; a machine without access keeps the Node host. */
const fetchElectron = (): string | undefined => {
  spawnSync(process.execPath, [join(electronFolder(), "install.js")], { stdio: "ignore", timeout: 60_000 });
  return electronBinary();
};

const wanted = process.env.CACTUS_HOST;
const display = hasDisplay();
const binary =
  wanted === "node" || (wanted !== "electron" && !display)
    ? undefined
    : (electronBinary() ?? fetchElectron());
if (wanted === "electron" && !binary) {
  process.stderr.write(
    "Electron n’a pas pu être obtenu sur cette machine\u00a0: lancez sans CACTUS_HOST=electron.\n",
  );
  process.exit(1);
}

await buildRenderer();
const args = process.argv.slice(2);
if (binary) {
  await buildElectron();
  process.stdout.write("Hôte: Electron\n");
} else
  process.stdout.write(
    `Hôte: Node, dans le navigateur (${display ? "Electron n’est pas disponible ici" : "pas d’écran pour Electron"})\n`,
  );
const child = binary
  ? spawn(binary, [root, ...args], { stdio: "inherit" })
  : spawn(process.execPath, [join(root, "main", "hosts", "node", "main.ts"), ...args], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
