import type { Reader } from "./context.ts";

/** Names compared as people hear them: case, accents, hyphens and apostrophes apart. */
export const sameName = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && bare(a) !== "" && bare(a) === bare(b);

const bare = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]/g, "");

interface Ids {
  readonly nom: string;
  readonly prenom: string;
  readonly naissance: string;
}

/** Same names, and birth dates that do not say otherwise. */
export const samePerson = (d: Reader, a: Ids, b: Ids): boolean => {
  const births = [d.date(a.naissance), d.date(b.naissance)];
  const different = births[0] !== undefined && births[1] !== undefined && births[0] !== births[1];
  return !different && sameName(d.text(a.nom), d.text(b.nom)) && sameName(d.text(a.prenom), d.text(b.prenom));
};

export const alternant: Ids = {
  nom: "apprentiNomNaissance",
  prenom: "apprentiPrenom",
  naissance: "apprentiDateNaissance",
};
export const maitre = (n: 1 | 2): Ids => ({
  nom: `maitre${n}Nom`,
  prenom: `maitre${n}Prenom`,
  naissance: `maitre${n}DateNaissance`,
});
export const tuteur: Ids = { nom: "tuteurNom", prenom: "tuteurPrenom", naissance: "tuteurDateNaissance" };
