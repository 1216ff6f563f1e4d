import type { Value } from "../../shared/dossier/kernel.ts";
import type { Raw } from "./model.ts";

/** What was typed and not acknowledged by the server, with what the screen showed before. */
export interface Draft {
  readonly raw: Raw;
  readonly base: Value | null;
}
export type Drafts = Readonly<Record<string, Draft>>;
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const key = (dossierId: string): string => `cactus.brouillon.${dossierId}`;

const isValue = (value: unknown): value is Value | null =>
  value === null || ["string", "number", "boolean"].includes(typeof value);
const isDraft = (one: unknown): one is Draft => {
  const draft = one as Partial<Draft> | null;
  return (
    typeof draft === "object" &&
    draft !== null &&
    (typeof draft.raw === "string" || typeof draft.raw === "boolean") &&
    isValue(draft.base ?? null)
  );
};

/** Drafts of a dossier on this workstation; {} when there is none or when it cannot be read. */
export const readDrafts = (store: Store, dossierId: string): Drafts => {
  try {
    const parsed: unknown = JSON.parse(store.getItem(key(dossierId)) ?? "{}");
    if (typeof parsed !== "object" || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).flatMap(([champ, one]) =>
        isDraft(one) ? [[champ, { raw: one.raw, base: one.base ?? null }]] : [],
      ),
    );
  } catch {
    return {};
  }
};

/** Callers never give a sensitive field. A full or forbidden storage loses the safety net, not the typing. */
export const writeDrafts = (store: Store, dossierId: string, drafts: Drafts): void => {
  try {
    if (Object.keys(drafts).length === 0) store.removeItem(key(dossierId));
    else store.setItem(key(dossierId), JSON.stringify(drafts));
  } catch {
    // Storage full or disabled: what is typed stays on screen and leaves with the next save.
  }
};
