import { fileURLToPath } from "node:url";
import { spawnPortal } from "../../main/admin/portal-process.ts";
import { runNodeHost } from "../../main/hosts/node/run.ts";
import { told } from "./environment.ts";
import { vitePages } from "./vite-pages.ts";

/** The Node host as it is, its pages taken from Vite; it ends with the `npm run dev` that started it. */
process.stdin.resume().once("close", () => process.kill(process.pid, "SIGTERM"));
await runNodeHost(process.argv.slice(2), {
  pages: vitePages(told("staff")),
  secret: told("secret"),
  withPortal: true,
  launchPortal: (_entry, args, env) =>
    spawnPortal(fileURLToPath(new URL("./portal.ts", import.meta.url)), args, env),
});
