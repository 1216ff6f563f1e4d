import type { Tx } from "../../db/ports.ts";
import { type SmicTable, smicTable } from "../../shared/rules/index.ts";

/** The dated SMIC table: what Réglages hold when somebody edited it, else the published one. */
export const currentSmic = async (tx: Tx): Promise<SmicTable> =>
  (await tx.reglages.get<SmicTable>("smic")) ?? smicTable;
