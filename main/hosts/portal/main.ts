import { runPortal } from "./run.ts";

void runPortal(process.argv.slice(2));
