import type { ContractRouterClient } from "@orpc/contract";
import { access } from "./access.ts";
import { documents } from "./documents.ts";
import { dossiers } from "./dossiers.ts";
import { formations } from "./formations.ts";
import { courriels, reglages, tableau } from "./office.ts";
import { followUp, review } from "./review.ts";

/** The staff contract: served over the Electron message port and the Node host’s loopback HTTP, never publicly. */
export const staffContract = {
  acces: access,
  tableau,
  formations,
  dossiers,
  economie: review,
  suivi: followUp,
  documents,
  courriels,
  reglages,
};
export type StaffContract = typeof staffContract;
export type StaffClient = ContractRouterClient<StaffContract>;
