import { runNodeHost } from "./run.ts";

void runNodeHost(process.argv.slice(2));
