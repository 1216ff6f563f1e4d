import { resolve } from "node:path";
import { backUp, verifyAll } from "../../admin/maintenance.ts";
import { CliError, cliActor, type DataOption, print, printJson, withCore } from "./context.ts";

/** Integrity of everything; a fault makes the exit code non-zero. */
export const verifyCommand = (options: DataOption & { json?: boolean }): Promise<void> =>
  withCore(options, async ({ deps }) => {
    const points = await verifyAll(deps)();
    if (options.json) printJson(points);
    else
      for (const point of points)
        print(`${point.ok ? "bon" : "ANOMALIE"}  ${point.point}\u00a0: ${point.detail}`);
    if (points.some((point) => !point.ok))
      throw new CliError("La vérification a trouvé au moins une anomalie.");
  });

export const backupCommand = (options: DataOption & { out?: string }): Promise<void> =>
  withCore(options, async ({ deps }) => {
    const { chemin } = await backUp(deps)(cliActor, options.out ? resolve(options.out) : undefined);
    print(chemin);
  });
