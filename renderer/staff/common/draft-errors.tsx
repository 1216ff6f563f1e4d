import { Alert, List } from "@mantine/core";
import { frenchError } from "../../ui/errors.ts";
import { issuesOf } from "./issues.ts";
import type { Draft } from "./use-draft.ts";

/** What went wrong with a form: issues no field shows, or an error that names no field. What was typed stays. */
export const DraftErrors = ({
  draft,
  error,
  title = "Cela n’a pas pu être enregistré",
}: {
  // biome-ignore lint/suspicious/noExplicitAny: any draft has issues
  draft?: Draft<any>;
  error?: unknown;
  title?: string;
}) => {
  const unclaimed = draft?.unclaimed() ?? [];
  const issues = draft?.issues ?? [];
  if (draft?.refused)
    return (
      <Alert
        color="red"
        role="alert"
        title={issues.length === 1 ? "Une saisie est à corriger" : `${issues.length} saisies sont à corriger`}
      >
        {unclaimed.length > 0 ? (
          <List size="sm">
            {unclaimed.map((issue) => (
              <List.Item key={issue.champ + issue.message}>{issue.message}</List.Item>
            ))}
          </List>
        ) : (
          "Chaque champ concerné dit ce qui ne va pas. Rien de ce que vous avez tapé n’est perdu."
        )}
      </Alert>
    );
  // The error named fields, and they have been mended since.
  if (!error || issuesOf(error).length > 0) return null;
  return (
    <Alert color="red" role="alert" title={title}>
      {frenchError(error)}
    </Alert>
  );
};
