import { runPortal } from "../../main/hosts/portal/run.ts";
import { told } from "./environment.ts";
import { vitePages } from "./vite-pages.ts";

/** The portal’s process as it is, its pages taken from Vite. */
await runPortal(process.argv.slice(2), { pages: vitePages(told("portal")) });
