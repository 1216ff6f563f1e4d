import { ORPCError } from "@orpc/client";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { referenceOf } from "../ui/errors.ts";

const listeners = new Set<() => void>();
/** Called when the server no longer knows the session (locked elsewhere, expired, account closed). */
export const onSessionEnded = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const watch = (error: unknown): void => {
  if (error instanceof ORPCError && error.code === "NON_CONNECTE") for (const tell of listeners) tell();
};
const isBusiness = (error: unknown): boolean =>
  error instanceof ORPCError && error.status >= 400 && error.status < 500;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Under a locked screen nothing observes its data: it must outlive a lunch, or forms would start afresh.
      gcTime: 12 * 3_600_000,
      networkMode: "always",
      retry: (count, error) => !isBusiness(error) && referenceOf(error) === undefined && count < 2,
    },
    mutations: { networkMode: "always", retry: false },
  },
});
