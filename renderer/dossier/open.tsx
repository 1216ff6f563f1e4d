import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { DossierVue } from "../../shared/api/models.ts";
import { hasCode } from "../ui/errors.ts";
import { EmptyState, ErrorState, Loading } from "../ui/states.tsx";

/** Read again regularly: others work on the same dossier (G19). */
export const whileOpen = { refetchInterval: 15_000, refetchOnWindowFocus: true } as const;

/** The dossier once it is read, or why it is not there. */
export const OpenDossier = ({
  query,
  absent,
  children,
}: {
  query: UseQueryResult<DossierVue, unknown>;
  /** What to do when it does not exist, or is not this person’s. */
  absent: string;
  children: (vue: DossierVue) => ReactNode;
}) => {
  if (query.data) return children(query.data);
  if (query.isError)
    return hasCode(query.error, "INTROUVABLE") ? (
      <EmptyState title="Ce dossier n’existe pas, ou vous n’y avez pas accès">{absent}</EmptyState>
    ) : (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    );
  return <Loading label="Ouverture du dossier…" height={400} />;
};
