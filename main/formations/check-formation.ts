import type { FormationSaisie } from "../../shared/api/models.ts";
import type { CalendarDate } from "../../shared/dossier/calendar.ts";
import {
  tidyCodeDiplome,
  tidyEmail,
  tidyPostalCode,
  tidyRncp,
  tidySiret,
  tidyUai,
} from "../../shared/dossier/formats/index.ts";
import type { Tidied } from "../../shared/dossier/formats/tidied.ts";
import { currentForm } from "../../shared/dossier/index.ts";
import { hasCode } from "../../shared/dossier/nomenclatures/index.ts";
import { saisieInvalide } from "../errors.ts";

interface Issue {
  readonly champ: string;
  readonly message: string;
}

/** Tidies what was typed and refuses by field what cannot stand: the formation is printed on every CERFA. */
export const checkFormation = (saisie: FormationSaisie, today: CalendarDate): FormationSaisie => {
  const issues: Issue[] = [];
  const read = (champ: string, tidied: Tidied, fallback: string): string => {
    if (tidied.ok) return tidied.value;
    issues.push({ champ, message: tidied.message });
    return fallback;
  };
  const optional = (
    champ: string,
    value: string | undefined,
    tidyOne: (raw: string) => Tidied,
  ): string | undefined => (value ? read(champ, tidyOne(value), value) : undefined);

  const responsable = {
    ...saisie.responsable,
    courriel: read("responsable.courriel", tidyEmail(saisie.responsable.courriel), ""),
  };
  const codeDiplome = read("codeDiplome", tidyCodeDiplome(saisie.codeDiplome), saisie.codeDiplome);
  const rncp = read("rncp", tidyRncp(saisie.rncp), saisie.rncp);
  if (!hasCode("diplomeApprentissage", saisie.diplome, currentForm("apprentissage", today)))
    issues.push({ champ: "diplome", message: "Choisissez le diplôme visé dans la liste du CERFA 10103." });
  if (
    saisie.diplomePro &&
    !hasCode("diplomeProfessionnalisation", saisie.diplomePro, currentForm("professionnalisation", today))
  )
    issues.push({ champ: "diplomePro", message: "Choisissez le diplôme visé dans la liste du CERFA 12434." });
  if (saisie.dateFin <= saisie.dateDebut)
    issues.push({ champ: "dateFin", message: "La fin de la formation doit suivre son début." });
  if (saisie.dateFinEpreuves && saisie.dateFinEpreuves <= saisie.dateDebut)
    issues.push({
      champ: "dateFinEpreuves",
      message: "La fin des épreuves doit suivre le début de la formation.",
    });
  if (saisie.heuresDistance > saisie.heures)
    issues.push({
      champ: "heuresDistance",
      message: "Les heures à distance ne peuvent pas dépasser la durée de la formation.",
    });

  const lieu = saisie.lieu.estCfa
    ? { estCfa: true }
    : {
        ...saisie.lieu,
        uai: optional("lieu.uai", saisie.lieu.uai, tidyUai),
        siret: optional("lieu.siret", saisie.lieu.siret, tidySiret),
      };
  if (!saisie.lieu.estCfa) {
    if (!saisie.lieu.denomination)
      issues.push({
        champ: "lieu.denomination",
        message:
          "Nommez le lieu principal de formation, ou cochez «\u00a0le CFA est le lieu principal\u00a0».",
      });
    if (!saisie.lieu.adresse?.codePostal || !tidyPostalCode(saisie.lieu.adresse.codePostal).ok)
      issues.push({
        champ: "lieu.adresse.codePostal",
        message: "Le code postal du lieu de formation a 5 chiffres.",
      });
  }

  const codes = [saisie.code, ...saisie.variantes.map((variante) => variante.code)].map((code) =>
    code.toUpperCase(),
  );
  codes.forEach((code, index) => {
    if (codes.indexOf(code) !== index)
      issues.push({
        champ: index === 0 ? "code" : `variantes.${index - 1}.code`,
        message: `Le code ${code} est donné deux fois\u00a0: chaque code d’accès est unique.`,
      });
  });
  saisie.variantes.forEach((variante, index) => {
    if (variante.dateDebut && variante.dateFin && variante.dateFin <= variante.dateDebut)
      issues.push({
        champ: `variantes.${index}.dateFin`,
        message: "La fin de la variante doit suivre son début.",
      });
  });
  for (const period of saisie.calendrier.mode === "donnees" ? saisie.calendrier.donnees.periodes : [])
    if (period.au < period.du)
      issues.push({
        champ: "calendrier",
        message: `Une période du calendrier finit avant de commencer (${period.du}).`,
      });

  if (issues.length > 0) throw saisieInvalide(issues);
  return { ...saisie, responsable, codeDiplome, rncp, lieu };
};
