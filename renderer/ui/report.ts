import { ORPCError } from "@orpc/client";
import {
  type Cadre,
  cadre,
  errorType,
  MAX_CADRES,
  type RapportEcran,
} from "../../shared/catalogues/incidents.ts";
import { LinkCut } from "./port-link.ts";

/** A place at the end of a line of a stack: « (app://cactus/assets/x.js:1:2) », or « @https://… » elsewhere. */
const PLACE = /(?:^|[\s(@])([a-z]{3,6}:\/\/[^\s()@]{1,300}):(\d{1,6}):(\d{1,6})\)?$/;

/** Where an error went through, in files of this page; not a word of its message. */
export const placesOf = (error: unknown, origin: string): Cadre[] => {
  if (!(error instanceof Error) || typeof error.stack !== "string") return [];
  const at = error.message === "" ? -1 : error.stack.indexOf(error.message);
  const frames = at < 0 ? error.stack : error.stack.slice(at + error.message.length);
  return frames
    .split("\n")
    .flatMap((line) => {
      const [, url, ligne, colonne] = PLACE.exec(line) ?? [];
      if (!url?.startsWith(`${origin}/`)) return [];
      const fichier = url.slice(origin.length + 1).replace(/[?#].*$/, "");
      const read = cadre.safeParse({ fichier, ligne: Number(ligne), colonne: Number(colonne) });
      return read.success ? [read.data] : [];
    })
    .slice(0, MAX_CADRES);
};

/** What the server already answered or a screen gave up is no failure of a screen. */
const isKnown = (error: unknown): boolean =>
  error === undefined ||
  error === null ||
  error instanceof ORPCError ||
  error instanceof LinkCut ||
  (error instanceof DOMException && error.name === "AbortError");

/** Says a failure of the page to the server; the reference that the log has it under, if it could be reached. */
export type Report = (nature: RapportEcran["nature"], error: unknown) => Promise<string | undefined>;

/** A page in a loop of failures says the first ones. */
const MOST = 10;

export const createReport = (
  tell: (report: RapportEcran) => Promise<{ reference: string }>,
  origin: string,
): Report => {
  let left = MOST;
  return async (nature, error) => {
    if (left === 0) return undefined;
    left -= 1;
    const type = errorType(error instanceof Error ? error.name : undefined);
    return tell({ nature, type, cadres: placesOf(error, origin) }).then(
      ({ reference }) => reference,
      () => undefined,
    );
  };
};

/** Reports what no screen caught; `say` tells the person, with the reference. */
export const watchPage = (
  page: Pick<Window, "addEventListener">,
  report: Report,
  say: (reference: string | undefined) => void,
): void => {
  const tell = (nature: "script" | "promesse", error: unknown): void => {
    if (!isKnown(error)) void report(nature, error).then(say);
  };
  // Without an error (« ResizeObserver loop… »), the browser reports on itself.
  page.addEventListener("error", (event) => tell("script", event.error));
  page.addEventListener("unhandledrejection", (event) => tell("promesse", event.reason));
};
