import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorState, Loading } from "../../ui/states.tsx";

/** Waits, fails or draws: the same for every part. */
export const ReadPart = <T,>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) =>
  query.data !== undefined ? (
    children(query.data)
  ) : query.isError ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <Loading label="Chargement des réglages…" />
  );
