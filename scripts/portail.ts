import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildRenderer } from "./build.ts";

/** `npm run portail -- --port N --data DIR`: builds the pages if needed, then serves the portal. */
await buildRenderer();
const entry = fileURLToPath(new URL("../main/hosts/portal/main.ts", import.meta.url));
const child = spawn(process.execPath, [entry, "--envoi", ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
