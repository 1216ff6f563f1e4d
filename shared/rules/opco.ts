import { itemOf } from "../dossier/nomenclatures/index.ts";

/**
 * OPCO code proposed for an IDCC (« 1486 », zeros on the left optional), undefined when the table does not tell
 * (9999, 9998, unknown). Indicative: the company's OPCO is confirmed by SIRET, and always correctable.
 */
export const opcoForIdcc = (idcc: string): string | undefined =>
  itemOf("idccOpco", idcc.padStart(4, "0"))?.opco;
