import { hasCode, nomenclature } from "../nomenclatures/index.ts";
import { foldedLabel } from "./code.ts";
import { compact, refuse, squash, type Tidied, tidy } from "./tidied.ts";

/** F15: 01–95, 2A, 2B, 971–988, 099 when born abroad; a department’s name is understood too. */
export const tidyDepartement = (raw: string): Tidied => {
  const code = compact(raw);
  if (code === "20") return refuse("La Corse s’écrit 2A (Corse-du-Sud) ou 2B (Haute-Corse) : choisissez.");
  const value = code === "99" ? "099" : /^\d$/.test(code) ? `0${code}` : code;
  if (hasCode("departement", value)) return tidy(value);
  const named = foldedLabel(squash(raw));
  const item = nomenclature("departement").items.find(({ label }) => foldedLabel(label) === named);
  return item
    ? tidy(item.code)
    : refuse("Ce département n’existe pas : donnez son numéro, ou 099 si né à l’étranger.");
};
