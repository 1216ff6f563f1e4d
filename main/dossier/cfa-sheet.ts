import type { Cfa } from "../../shared/api/models.ts";
import type { FieldIssue } from "../../shared/catalogues/errors.ts";
import {
  tidyEmail,
  tidyNumeroDeclaration,
  tidyPostalCode,
  tidySiret,
  tidyUai,
} from "../../shared/dossier/formats/index.ts";
import type { Tidied } from "../../shared/dossier/formats/tidied.ts";
import { saisieInvalide } from "../errors.ts";

/** Tidies and refuses by field: these values are printed on every CERFA and convention. */
export const checkCfa = (cfa: Cfa): Cfa => {
  const issues: FieldIssue[] = [];
  const read = (champ: string, tidied: Tidied, fallback: string): string => {
    if (tidied.ok) return tidied.value;
    issues.push({ champ, message: tidied.message });
    return fallback;
  };
  const out: Cfa = {
    ...cfa,
    siret: read("siret", tidySiret(cfa.siret), cfa.siret),
    uai: read("uai", tidyUai(cfa.uai), cfa.uai),
    ...(cfa.numeroDeclaration
      ? {
          numeroDeclaration: read(
            "numeroDeclaration",
            tidyNumeroDeclaration(cfa.numeroDeclaration),
            cfa.numeroDeclaration,
          ),
        }
      : {}),
    ...(cfa.courriel ? { courriel: read("courriel", tidyEmail(cfa.courriel), cfa.courriel) } : {}),
    adresse: {
      ...cfa.adresse,
      codePostal: read("adresse.codePostal", tidyPostalCode(cfa.adresse.codePostal), cfa.adresse.codePostal),
    },
  };
  if (!cfa.adresse.voie)
    issues.push({ champ: "adresse.voie", message: "Indiquez la voie de l’adresse du CFA." });
  if (!cfa.adresse.commune) issues.push({ champ: "adresse.commune", message: "Indiquez la commune du CFA." });
  if (issues.length > 0) throw saisieInvalide(issues);
  return out;
};
