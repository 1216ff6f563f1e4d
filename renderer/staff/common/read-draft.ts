import type { Tidied } from "../../../shared/dossier/formats/index.ts";
import { tidyCents, tidyDate, tidyInteger } from "../../../shared/dossier/formats/index.ts";
import type { Issue } from "./issues.ts";

/** Turns the strings of a draft into what the contract wants, collecting what is to correct on the way. */
export class DraftReader {
  readonly issues: Issue[] = [];

  #refuse(champ: string, message: string): undefined {
    this.issues.push({ champ, message });
    return undefined;
  }
  /** An optional value: undefined when empty or refused. */
  optional<T>(champ: string, raw: string, tidy: (raw: string) => Tidied<T>): T | undefined {
    if (raw.trim() === "") return undefined;
    const judged = tidy(raw);
    return judged.ok ? judged.value : this.#refuse(champ, judged.message);
  }
  /** A required value; the fallback only stands in while an issue says why. */
  required<T>(champ: string, raw: string, fallback: T, what: string, tidy?: (raw: string) => Tidied<T>): T {
    if (raw.trim() === "") {
      this.#refuse(champ, what);
      return fallback;
    }
    if (!tidy) return raw.trim() as T;
    const judged = tidy(raw);
    if (judged.ok) return judged.value;
    this.#refuse(champ, judged.message);
    return fallback;
  }
  text(champ: string, raw: string, what: string): string {
    return this.required(champ, raw, "", what);
  }
  date(champ: string, raw: string, what: string): string {
    return this.required(champ, raw, "2000-01-01", what, tidyDate);
  }
  optionalDate(champ: string, raw: string): string | undefined {
    return this.optional(champ, raw, tidyDate);
  }
  cents(champ: string, raw: string): number | undefined {
    return this.optional(champ, raw, tidyCents);
  }
  integer(
    champ: string,
    raw: string,
    bounds: { min: number; max: number; unit?: string },
  ): number | undefined {
    return this.optional(champ, raw, (text) => tidyInteger(text, bounds));
  }
  refuse(champ: string, message: string): void {
    this.#refuse(champ, message);
  }
}

export const orUndefined = (raw: string): string | undefined => (raw.trim() === "" ? undefined : raw.trim());
