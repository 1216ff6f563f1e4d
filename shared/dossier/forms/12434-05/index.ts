import type { FormDefinition } from "../definition.ts";
import nomenclatures from "./nomenclatures.json" with { type: "json" };

/** PDF of 24/01/2025, notice 51650#09 of 15/01/2025. */
export const cerfa12434v05: FormDefinition<"12434*05"> = {
  id: "12434*05",
  contrat: "professionnalisation",
  title: "Contrat de professionnalisation – CERFA 12434*05",
  since: "2025-01-24",
  nomenclatures,
  layout: () => import("./layout.json", { with: { type: "json" } }),
};
