import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, client } from "../../ui/client.ts";
import type { ListView } from "./filters.ts";

const pageSize = 100;
/** A batch acts on this many dossiers at most: the contract’s own limit. */
export const batchLimit = 500;

export const useDossiers = (view: ListView) => {
  const query = useInfiniteQuery({
    ...api.dossiers.lister.infiniteOptions({
      input: (curseur: string | undefined) => ({
        ...view,
        limite: pageSize,
        ...(curseur ? { curseur } : {}),
        avecTotaux: curseur === undefined,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.suite,
    }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.lignes) ?? [], [query.data]);
  const first = query.data?.pages[0];
  return { query, rows, total: first?.total, facettes: first?.facettes };
};

/** Identifiers of all the dossiers of a view, page after page, up to the batch limit. */
export const allIdsOf = async (view: ListView): Promise<string[]> => {
  const ids: string[] = [];
  let curseur: string | undefined;
  do {
    const page = await client.dossiers.lister({
      ...view,
      limite: 200,
      avecTotaux: false,
      ...(curseur ? { curseur } : {}),
    });
    ids.push(...page.lignes.map((row) => row.id));
    curseur = page.suite;
  } while (curseur && ids.length < batchLimit);
  return ids.slice(0, batchLimit);
};
