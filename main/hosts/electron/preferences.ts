import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writeFileAtomic } from "../cli/write-file.ts";
import { place } from "./screens.ts";

const shape = z.object({
  ecrans: z.record(z.string().max(80), place).default({}),
  dernierEcran: z.string().max(80).optional(),
  dossierEnregistrement: z.string().max(4000).optional(),
});
export type Preferences = z.infer<typeof shape>;

export interface PreferencesFile {
  readonly now: Preferences;
  change(change: Partial<Preferences>): void;
  /** Resolves when what was changed is written. */
  settled(): Promise<void>;
}

/**
 * What this workstation remembers of its user’s habits, `poste.json` in the data folder. Unreadable or absent, it
 * starts afresh; a failed write loses a habit, nothing else.
 */
export const openPreferences = (dataDir: string): PreferencesFile => {
  const path = join(dataDir, "poste.json");
  const read = (): Preferences => {
    try {
      return shape.parse(JSON.parse(readFileSync(path, "utf8")));
    } catch {
      return shape.parse({});
    }
  };
  let now = read();
  let writing = Promise.resolve();
  return {
    get now() {
      return now;
    },
    change: (change) => {
      now = { ...now, ...change };
      writing = writing
        .then(() => writeFileAtomic(path, new TextEncoder().encode(JSON.stringify(now, undefined, 1))))
        .catch(() => {});
    },
    settled: () => writing,
  };
};
