import type { FormDefinition } from "../definition.ts";
import nomenclatures from "./nomenclatures.json" with { type: "json" };

/** PDF of 08/07/2025, notice 51649#09 of 27/06/2025. */
export const cerfa10103v14: FormDefinition<"10103*14"> = {
  id: "10103*14",
  contrat: "apprentissage",
  title: "Contrat d’apprentissage – CERFA 10103*14",
  since: "2025-07-08",
  nomenclatures,
  layout: () => import("./layout.json", { with: { type: "json" } }),
};
