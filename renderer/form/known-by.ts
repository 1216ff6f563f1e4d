import type { Who } from "../../shared/dossier/index.ts";
import type { Field, KnownBy } from "../../shared/dossier/kernel.ts";

const hints: Readonly<Record<Who, Partial<Record<KnownBy, string>>>> = {
  cfa: { entreprise: "L’entreprise le sait", alternant: "L’alternant le sait" },
  formation: {
    entreprise: "L’entreprise le sait",
    alternant: "L’alternant le sait",
    cfa: "Le CFA le renseigne",
  },
  alternant: { entreprise: "Votre entreprise vous le donnera", cfa: "Le CFA le renseigne" },
  entreprise: { alternant: "L’alternant vous le donnera", cfa: "Le CFA le renseigne" },
};

export const knownByHint = (knownBy: KnownBy, who: Who): string | undefined => hints[who][knownBy];

/** Who knows most of a section: said once in its title, then only on the fields that differ. */
export const sectionKnownBy = (fields: readonly Field[]): KnownBy | undefined => {
  const counts = new Map<KnownBy, number>();
  for (const { knownBy } of fields) counts.set(knownBy, (counts.get(knownBy) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};
