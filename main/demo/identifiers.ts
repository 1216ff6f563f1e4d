import { nirKey, uaiKey } from "../../shared/dossier/formats/index.ts";

/** Valid identifiers for invented people and companies: right keys, nobody’s number on purpose. */
const luhnDigit = (body: string): string => {
  let sum = 0;
  [...body].reverse().forEach((digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  });
  return String((10 - (sum % 10)) % 10);
};

/** A SIREN from 8 digits, a SIRET from it and a 4-digit establishment number. */
export const sirenFrom = (eight: string): string => eight + luhnDigit(eight);
export const siretFrom = (eight: string, establishment = "0001"): string => {
  const body = sirenFrom(eight) + establishment;
  return body + luhnDigit(body);
};
export const uaiFrom = (seven: string): string => seven + uaiKey(seven);

/** A 13-character NIR agreeing with sex, birth date and department; commune and order are invented (990 and up). */
export const nirFrom = (sexe: "M" | "F", naissance: string, departement: string, ordre: number): string =>
  `${sexe === "M" ? 1 : 2}${naissance.slice(2, 4)}${naissance.slice(5, 7)}${departement.padStart(2, "0").slice(-2)}${departement.length === 3 ? "90" : "990"}${String(ordre).padStart(3, "0")}`.slice(
    0,
    13,
  );

export { nirKey };
