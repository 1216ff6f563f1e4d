import type { z } from "zod";
import { delais } from "../../shared/api/staff/office.ts";
import type { Tx } from "../deps.ts";

/** How long invitations live, and when a screen locks; defaults where nobody chose. */
export type Delais = z.infer<typeof delais>;
export const currentDelais = async (tx: Tx): Promise<Delais> =>
  delais.parse((await tx.reglages.get("delais")) ?? {});

/** Base URL and patience of the State’s public enterprise search (API Recherche d’entreprises), set in Réglages. */
export interface DirectorySettings {
  readonly url: string;
  readonly delaiMs: number;
}
const defaultDirectory: DirectorySettings = {
  url: "https://recherche-entreprises.api.gouv.fr",
  delaiMs: 4000,
};
export const currentDirectory = async (tx: Tx): Promise<DirectorySettings> =>
  (await tx.reglages.get<DirectorySettings>("annuaire")) ?? defaultDirectory;
