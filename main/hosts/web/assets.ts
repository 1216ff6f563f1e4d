import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Sentence } from "../../errors.ts";

/** Where the built renderer is, from the sources or from the bundle. */
export const rendererFolder = (app: "staff" | "portal"): string => {
  const candidates = [`../../../dist/renderer/${app}`, `../renderer/${app}`].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const found = candidates.find((path) => existsSync(path));
  if (!found)
    throw new Sentence("L’interface n’est pas construite\u00a0: lancez «\u00a0npm run build\u00a0».");
  return found;
};
