import { resolve } from "node:path";
import type { Core } from "../../app.ts";
import { makeDemo } from "../../demo/ensure-demo.ts";
import { defaultDataDir } from "../options.ts";
import { type DataOption, print, printJson, withCore } from "./context.ts";

/** Makes the demonstration CFA and says how to sign in. */
export const demoCommand = (options: DataOption & { json?: boolean }): Promise<void> => {
  const data = resolve(options.data ?? defaultDataDir(true));
  const make = async ({ deps }: Core): Promise<void> => {
    const comptes = await makeDemo(deps);
    if (options.json) return printJson({ comptes });
    print(`Démonstration prête dans ${data}.`);
    for (const compte of comptes) print(`${compte.role}  ${compte.courriel}  ${compte.motDePasse}`);
  };
  return withCore({ data }, make, true);
};
