import { useState } from "react";
import { fieldIssuesOf, frenchError } from "../ui/errors.ts";

/** A small form: what is typed stays on a refusal, each issue stands on its field, the rest in one sentence. */
export const useSmallForm = <V extends Record<string, string>>(initial: V) => {
  const [values, setValues] = useState(initial);
  const [issues, setIssues] = useState<Readonly<Record<string, string>>>({});
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  return {
    values,
    error,
    busy,
    field: (name: keyof V & string) => ({
      value: values[name],
      onChange: (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget;
        setValues((before) => ({ ...before, [name]: value }));
        setIssues(({ [name]: _gone, ...rest }) => rest);
      },
      error: issues[name],
    }),
    run: async (work: () => Promise<void>): Promise<void> => {
      setBusy(true);
      setError(undefined);
      setIssues({});
      try {
        await work();
      } catch (failure) {
        const found = fieldIssuesOf(failure);
        const known = found.filter(({ champ }) => champ in values);
        setIssues(Object.fromEntries(known.map(({ champ, message }) => [champ, message])));
        if (known.length === 0) setError(frenchError(failure));
      } finally {
        setBusy(false);
      }
    },
  };
};
