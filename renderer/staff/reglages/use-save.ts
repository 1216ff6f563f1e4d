import { notifications } from "@mantine/notifications";
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Draft } from "../common/use-draft.ts";

/** Saves a part of Réglages: says so, reads again what depends on it, places refusals on their fields. */
export const useSave = <Input>({
  save,
  draft,
  said,
  keys = [],
  onSaved,
}: {
  save: (input: Input) => Promise<unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: any draft takes issues
  draft?: Draft<any>;
  said: string;
  keys?: readonly QueryKey[];
  onSaved?: () => void;
}) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: async () => {
      if (draft) draft.replace(draft.values);
      onSaved?.();
      notifications.show({ color: "green", message: said });
      for (const queryKey of keys) await queries.invalidateQueries({ queryKey });
    },
    onError: (error) => draft?.refuseFrom(error),
  });
};
