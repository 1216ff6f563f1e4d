import { introducedFields } from "../forms/index.ts";
import type { Field } from "../kernel.ts";
import { alternantFields } from "./alternant.ts";
import { baseFields } from "./base.ts";
import { contratFields } from "./contrat.ts";
import { depotFields } from "./depot.ts";
import { employeurFields } from "./employeur.ts";
import { formationFields } from "./formation.ts";
import { maitreFields } from "./maitre.ts";
import { missionFields } from "./mission.ts";
import { remunerationFields } from "./remuneration.ts";
import { representantLegalFields } from "./representant-legal.ts";
import { signatureFields } from "./signatures.ts";
import { tuteurFields } from "./tuteur.ts";

/** Every field of the dossier, in the order of the tabs and of the forms; those of a later form version come last. */
export const fields: readonly Field[] = [
  ...baseFields,
  ...alternantFields,
  ...representantLegalFields,
  ...employeurFields,
  ...maitreFields,
  ...tuteurFields,
  ...contratFields,
  ...remunerationFields,
  ...formationFields,
  ...signatureFields,
  ...missionFields,
  ...depotFields,
  ...introducedFields,
];

const byId: ReadonlyMap<string, Field> = new Map(fields.map((field) => [field.id, field]));

export const findField = (id: string): Field | undefined => byId.get(id);

/** Throws on an unknown identifier: use `findField` for what comes from outside. */
export const fieldById = (id: string): Field => {
  const field = byId.get(id);
  if (!field) throw new Error(`unknown field: ${id}`);
  return field;
};
