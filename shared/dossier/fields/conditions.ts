/** The conditions of the forms, each with its French words. Partial data is the rule: an unknown never throws. */
import { ageAt, type CalendarDate, isCalendarDate } from "../calendar.ts";
import {
  type Condition,
  type Contrat,
  type DossierContext,
  type DossierData,
  type NiveauSaisie,
  when,
} from "../kernel.ts";
import { itemOf } from "../nomenclatures/index.ts";
import { ageThresholdIn, executionYears } from "../periods.ts";

export const contratOf = (data: DossierData): Contrat =>
  data.contrat === "professionnalisation" ? "professionnalisation" : "apprentissage";
export const niveauOf = (data: DossierData): NiveauSaisie =>
  data.niveauSaisie === "simple" ? "simple" : "complete";

export const isFilled = (data: DossierData, id: string): boolean => data[id] !== undefined && data[id] !== "";
export const dateOf = (data: DossierData, id: string): CalendarDate | undefined => {
  const value = data[id];
  return isCalendarDate(value) ? value : undefined;
};
const is = (id: string, value: string) => (data: DossierData) => data[id] === value;

/** Age at the conclusion, else at the start of the contract; undefined while a date is missing. */
const ageOn = (data: DossierData, ...dates: readonly string[]): number | undefined => {
  const birth = dateOf(data, "apprentiDateNaissance");
  const at = dates.map((id) => dateOf(data, id)).find((date) => date !== undefined);
  return birth && at ? ageAt(birth, at) : undefined;
};
export const ageAtConclusion = (data: DossierData): number | undefined =>
  ageOn(data, "dateConclusion", "dateDebutExecution");
export const ageAtStart = (data: DossierData): number | undefined =>
  ageOn(data, "dateDebutExecution", "dateConclusion");

const isMinor = (data: DossierData): boolean => (ageAtConclusion(data) ?? 99) < 18;
/** L6222-4: a minor is presumed not emancipated until someone says otherwise. */
const needsRepresentant = (data: DossierData): boolean =>
  data.apprentiMineurNonEmancipe !== "non" &&
  (isMinor(data) || (ageAtConclusion(data) === undefined && data.apprentiMineurNonEmancipe === "oui"));

export const siMineur = when("si l’apprenti a moins de 18 ans à la conclusion", isMinor);
export const siMineurSansRepresentant = when(
  "si l’apprenti est mineur et que son représentant légal n’est pas renseigné",
  (data) => isMinor(data) && !isFilled(data, "representantLegalNomPrenom"),
);
export const siMineurNonEmancipe = when("si l’apprenti est mineur non émancipé", needsRepresentant);

export const siPrive = when(
  "si l’employeur est privé",
  (data) => contratOf(data) === "professionnalisation" || data.secteurEmployeur !== "public",
);
export const siPublic = when("si l’employeur est public", is("secteurEmployeur", "public"));
export const siRqthNon = when("si RQTH = non", is("apprentiRqth", "non"));
export const saufRqthOui = when("si RQTH = non", (data) => data.apprentiRqth !== "oui");
export const si30ans = when("à partir de 30 ans", (data) => (ageAtStart(data) ?? 0) >= 30);

const hasAvenant = (data: DossierData, { form }: DossierContext): boolean =>
  contratOf(data) === "professionnalisation"
    ? data.typeContrat === "30"
    : typeof data.typeContratOuAvenant === "string" &&
      itemOf("typeContratOuAvenant", data.typeContratOuAvenant, form)?.avenant === true;
export const siAvenant = when("si c’est un avenant", hasAvenant);
export const saufPremierContrat = when(
  "sauf pour un premier contrat",
  (data) => isFilled(data, "typeContratOuAvenant") && data.typeContratOuAvenant !== "11",
);
export const siDerogation = when(
  "si l’apprenti a moins de 16 ans ou 30 ans et plus, ou si la durée est aménagée",
  (data) => {
    const age = ageAtStart(data);
    const amenagement = data.conventionAmenagementDuree;
    return (
      (age !== undefined && (age < 16 || age >= 30)) ||
      amenagement === "reduction" ||
      amenagement === "allongement"
    );
  },
);

/** R6223-22 2°: two years of activity exempt from diploma and level (notice 51649, p. 4). */
export const saufExperience = (maitre: "maitre1" | "maitre2") =>
  when(
    "sauf si le maître justifie de deux ans d’activité (R6223-22, 2°)",
    (data) =>
      data[`${maitre}ConditionCompetence`] !== "2" && (maitre === "maitre1" || hasAny(data, maitre2Ids)),
  );
const maitre2Ids = [
  "maitre2Nom",
  "maitre2Prenom",
  "maitre2DateNaissance",
  "maitre2Courriel",
  "maitre2Emploi",
];
const hasAny = (data: DossierData, ids: readonly string[]): boolean => ids.some((id) => isFilled(data, id));
export const siMaitre2 = when("si un maître d’apprentissage n° 2 est désigné", (data) =>
  hasAny(data, maitre2Ids),
);

export const siAutreLieu = when(
  "si le CFA n’est pas le lieu de formation principal",
  (data) => data.cfaEstLieuPrincipal !== true,
);

// Professionnalisation
export const siParticulier = when("si particulier-employeur", is("particulierEmployeur", "oui"));
export const saufParticulier = when(
  "sauf particulier-employeur",
  (data) => contratOf(data) === "apprentissage" || data.particulierEmployeur !== "oui",
);
export const siInscritFranceTravail = when(
  "si inscrit à France Travail",
  is("salarieInscritFranceTravail", "oui"),
);
export const siFormationInterne = when("si service de formation interne", is("formationInterne", "oui"));
export const saufFormationInterne = when("sauf formation interne", (data) => data.formationInterne !== "oui");
const isVae = (data: DossierData): boolean =>
  data.typeQualification === "8" || isFilled(data, "numeroProjetVae");
export const siVae = when("si le contrat associe des actions de VAE", isVae);
export const siQualificationVae = when(
  "si le type de qualification est 8 (VAE)",
  is("typeQualification", "8"),
);
const utilisatriceIds = [
  "tuteurUtilisatriceNom",
  "tuteurUtilisatricePrenom",
  "tuteurUtilisatriceEmploi",
  "tuteurUtilisatriceDateNaissance",
];
const hasUtilisatrice = (data: DossierData): boolean =>
  data.natureContrat === "TT" || hasAny(data, utilisatriceIds);
export const siUtilisatrice = when("si travail temporaire ou groupement d’employeurs", hasUtilisatrice);
export const siUtilisatriceVae = when(
  "si une entreprise utilisatrice accueille un contrat avec actions de VAE",
  (data) => isVae(data) && hasUtilisatrice(data),
);
export const saufAvenantVae = when(
  "sauf avenant au contrat initial (VAE)",
  (data) => data.vautAvenantContratInitial !== true,
);
export const siRncp = when(
  "si la qualification est inscrite au RNCP",
  (data) => contratOf(data) === "apprentissage" || data.typeQualification === "1",
);

// Pay grid of the apprenticeship form
export type Annee = 1 | 2 | 3 | 4;
export const anneeOrdinale = (annee: Annee): string => (annee === 1 ? "1re" : `${annee}e`);
const yearsOf = (data: DossierData) =>
  executionYears(dateOf(data, "dateDebutExecution"), dateOf(data, "dateFinContrat"));
export const siAnnee = (annee: Annee): Condition =>
  when(
    `si le contrat atteint sa ${anneeOrdinale(annee)} année`,
    (data) => annee === 1 || yearsOf(data).length >= annee,
  );
export const periodeIds = (annee: Annee, periode: 1 | 2): readonly string[] =>
  ["Du", "Au", "Pourcentage", "Base"].map((part) => `remunerationA${annee}P${periode}${part}`);
export const siSeuilAge = (annee: Annee): Condition =>
  when(
    `si un seuil d’âge (18, 21, 26 ans) coupe la ${anneeOrdinale(annee)} année, ou dès qu’une 2e période est saisie`,
    (data) => {
      const year = yearsOf(data)[annee - 1];
      if (!year) return false;
      return (
        ageThresholdIn(dateOf(data, "apprentiDateNaissance"), year) !== undefined ||
        hasAny(data, periodeIds(annee, 2))
      );
    },
  );
