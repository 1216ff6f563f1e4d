import { useCallback, useMemo, useState } from "react";
import type { Tidied } from "../../../shared/dossier/formats/index.ts";
import { type Issue, issuesOf, placeOf } from "./issues.ts";
import { getPath, setPath } from "./paths.ts";

export interface TextProps {
  readonly name: string;
  readonly "data-champ": string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (event: { currentTarget: { value: string } }) => void;
  readonly onBlur: () => void;
}

/** What is being typed in a form, as strings: nothing is converted, hence nothing lost, before it is sent. */
export interface Draft<T> {
  readonly values: T;
  readonly dirty: boolean;
  readonly issues: readonly Issue[];
  /** Sending was tried and refused: the form may say so above, besides each field. */
  readonly refused: boolean;
  /** Issues no field of the screen has claimed: they are listed above the form. */
  readonly unclaimed: () => readonly Issue[];
  set(path: string, value: unknown): void;
  replace(values: T): void;
  error(path: string): string | undefined;
  /** Props of a text input; `tidy` judges and tidies the value as the field is left. */
  text(path: string, tidy?: (raw: string) => Tidied<string>): TextProps;
  tick(path: string): {
    name: string;
    checked: boolean;
    onChange(e: { currentTarget: { checked: boolean } }): void;
  };
  choice(path: string): {
    "data-champ": string;
    value: string | null;
    error: string | undefined;
    onChange(value: string | null): void;
  };
  /** Places the issues on their fields and moves the focus to the first one. */
  refuse(issues: readonly Issue[]): void;
  /** Same from an error; true when it named fields. */
  refuseFrom(error: unknown): boolean;
}

const focusFirst = (issues: readonly Issue[]): void => {
  requestAnimationFrame(() => {
    for (const input of document.querySelectorAll<HTMLElement>("[data-champ]")) {
      const name = input.dataset.champ ?? "";
      if (issues.some((issue) => issue.champ === name)) {
        input.focus();
        input.scrollIntoView({ block: "center" });
        return;
      }
    }
  });
};

/** `parts`: where to look for a field the server names without its container (« siret » for « cfa.siret »). */
export const useDraft = <T extends object>(initial: T, parts: readonly string[] = []): Draft<T> => {
  const [values, setValues] = useState(initial);
  const [dirty, setDirty] = useState(false);
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [sent, setSent] = useState(false);
  const claimed = useMemo(() => new Set<string>(), []);

  const set = useCallback((path: string, value: unknown) => {
    setValues((before) => setPath(before, path, value));
    setDirty(true);
    setIssues((before) => before.filter((issue) => issue.champ !== path));
  }, []);
  const refuse = (named: readonly Issue[]) => {
    const next = named.map((issue) => ({ ...issue, champ: placeOf(issue.champ, values, parts) }));
    setIssues(next);
    setSent(true);
    focusFirst(next);
  };

  const error = (path: string): string | undefined => {
    claimed.add(path);
    return issues.find((issue) => issue.champ === path)?.message;
  };
  return {
    values,
    dirty,
    issues,
    refused: sent && issues.length > 0,
    unclaimed: () => issues.filter((issue) => !claimed.has(issue.champ)),
    set,
    replace: (next) => {
      setValues(next);
      setDirty(false);
      setIssues([]);
      setSent(false);
    },
    error,
    text: (path, tidy) => {
      const value = String(getPath(values, path) ?? "");
      return {
        name: path,
        "data-champ": path,
        value,
        error: error(path),
        onChange: (event) => set(path, event.currentTarget.value),
        onBlur: () => {
          if (!tidy || value.trim() === "") return;
          const judged = tidy(value);
          if (judged.ok) {
            if (judged.value !== value) set(path, judged.value);
          } else
            setIssues((before) => [
              ...before.filter((issue) => issue.champ !== path),
              { champ: path, message: judged.message },
            ]);
        },
      };
    },
    tick: (path) => ({
      name: path,
      checked: getPath(values, path) === true,
      onChange: (event) => set(path, event.currentTarget.checked),
    }),
    choice: (path) => {
      const value = getPath(values, path);
      return {
        "data-champ": path,
        value: typeof value === "string" && value !== "" ? value : null,
        error: error(path),
        onChange: (next) => set(path, next ?? ""),
      };
    },
    refuse,
    refuseFrom: (failure) => {
      const found = issuesOf(failure);
      if (found.length > 0) refuse(found);
      return found.length > 0;
    },
  };
};
