import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Cadre, errorType, MAX_CADRES } from "../shared/catalogues/incidents.ts";
import type { Procedure } from "../shared/catalogues/rights.ts";
import type { Fault, Log, places } from "./log.ts";
import { isSafeCode } from "./safe-code.ts";

/** Where an error came up: which part of the application, under which procedure. */
export interface Where {
  readonly lieu: (typeof places)[number];
  readonly procedure?: Procedure;
}

/** The application’s own folder: main/ is one below it, the bundle (dist/electron) two. */
const root = join(
  dirname(fileURLToPath(import.meta.url)),
  ...(import.meta.url.endsWith(".ts") ? [".."] : ["..", ".."]),
);

const DEPTH = 4;
const MAX_CAUSES = 8;
/** A location at the end of a line of a stack; what precedes it (a function’s name) could be anything. */
const FRAME = /^\s{1,8}at (?:.{0,300} \()?(?:file:\/\/)?([^()\n]{1,400}):(\d{1,6}):(\d{1,6})\)?$/;

const seen = new Map<string, string | undefined>();
/** The path of a file of the application, from its root; undefined for anything else, whatever it looks like. */
const ownFile = (path: string): string | undefined => {
  if (seen.has(path)) return seen.get(path);
  let found: string | undefined;
  try {
    const inside = relative(root, process.platform === "win32" ? path.replace(/^\//, "") : path);
    if (!inside.startsWith("..") && inside !== path && existsSync(join(root, inside)))
      found = inside.split(sep).join("/");
  } catch {
    found = undefined;
  }
  if (seen.size > 2000) seen.clear();
  seen.set(path, found);
  return found;
};

/** What a screen says of its own places: only those that are files of this application, in its own folders. */
export const screenFrames = (cadres: readonly Cadre[], app: "staff" | "portal"): Cadre[] =>
  cadres.flatMap(({ fichier, ...at }) => {
    const own = ["dist/renderer", "renderer"].map((folder) => ownFile(join(root, folder, app, fichier)));
    const found = own.find((path) => path?.includes(`renderer/${app}/`));
    return found === undefined ? [] : [{ fichier: found, ...at }];
  });

/** The locations of a stack that are files of the application. Its message, even one that imitates frames, is left out. */
export const framesOf = (stack: unknown, message: unknown): Cadre[] => {
  if (typeof stack !== "string") return [];
  const at = typeof message === "string" && message !== "" ? stack.indexOf(message) : -1;
  const frames = at < 0 ? stack : stack.slice(at + String(message).length);
  return frames
    .slice(0, 50_000)
    .split("\n")
    .flatMap((line) => {
      const [, path, ligne, colonne] = FRAME.exec(line) ?? [];
      const fichier = path === undefined ? undefined : ownFile(path);
      return fichier === undefined ? [] : [{ fichier, ligne: Number(ligne), colonne: Number(colonne) }];
    })
    .filter(({ ligne, colonne }) => ligne > 0 && colonne > 0)
    .slice(0, MAX_CADRES);
};

const faultOf = (error: unknown): Fault => {
  if (typeof error !== "object" || error === null) return { type: "inconnu", cadres: [] };
  const { name, code, stack, message } = error as Record<string, unknown>;
  return {
    type: errorType(name),
    ...(isSafeCode(code) ? { code } : {}),
    cadres: framesOf(stack, message),
  };
};

/** What stands under an error: its cause, those that it gathers. */
const under = (error: unknown): unknown[] => {
  if (typeof error !== "object" || error === null) return [];
  const { cause, errors } = error as Record<string, unknown>;
  return [...(cause === undefined ? [] : [cause]), ...(Array.isArray(errors) ? errors.slice(0, 4) : [])];
};

/** An error and its causes, reduced to kinds, codes and places; never a word of their messages. */
export const readFault = (error: unknown): Fault & { causes?: Fault[] } => {
  try {
    const causes: Fault[] = [];
    let level = under(error);
    for (let depth = 0; depth < DEPTH && level.length > 0; depth++) {
      causes.push(...level.map(faultOf));
      level = level.flatMap(under);
    }
    return { ...faultOf(error), ...(causes.length > 0 ? { causes: causes.slice(0, MAX_CAUSES) } : {}) };
  } catch {
    // An object whose properties throw when they are read.
    return { type: "inconnu", cadres: [] };
  }
};

/** « 7F3A-22 »: short enough to be read on the telephone. */
export const newReference = (): string => {
  const hex = randomBytes(3).toString("hex").toUpperCase();
  return `${hex.slice(0, 4)}-${hex.slice(4)}`;
};

/** Writes an unforeseen error in the log; returns the reference that the person is shown. */
export const recordIncident = (log: Log, error: unknown, where: Where): string => {
  const reference = newReference();
  log.say("erreur", { reference, ...where, ...readFault(error) });
  return reference;
};
