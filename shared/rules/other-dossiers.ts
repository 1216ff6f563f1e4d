/** What the other dossiers of the CFA tell about this one, from what the database found. Pure: nothing is read here. */
import type { CalendarDate } from "../dossier/calendar.ts";
import type { DossierContext, DossierData, FormVersion } from "../dossier/kernel.ts";
import { type ContratPrecedent, type CrossFacts, niveauOfDiplome, Reader } from "./context.ts";
import { enteredRows } from "./pay/rows.ts";

/** Another learner of the same maître d’apprentissage; dates included. */
export interface OtherLearner {
  readonly reference: string;
  readonly du: CalendarDate;
  readonly au: CalendarDate;
}

/** Another dossier of the same person; only a frozen one is a contract. */
export interface OtherDossier {
  readonly reference: string;
  readonly fige: boolean;
  readonly data: DossierData;
  /** The form version it was frozen under. */
  readonly form: FormVersion;
}

/** Another dossier of what seems to be the same company. */
export interface OtherCompany {
  readonly reference: string;
  readonly denomination: string;
  readonly siret: string;
}

export interface Found {
  readonly apprentisDuMaitre: readonly OtherLearner[];
  readonly memePersonne: readonly OtherDossier[];
  readonly memeEntreprise: readonly OtherCompany[];
}

/** R6223-6 counts learners followed at the same time: the references present on the busiest day. */
const atTheSameTime = (others: readonly OtherLearner[]): readonly string[] =>
  others
    .map(({ du }) => others.filter((one) => one.du <= du && du <= one.au))
    .reduce<readonly OtherLearner[]>((most, some) => (some.length > most.length ? some : most), [])
    .map(({ reference }) => reference);

interface Earlier {
  readonly reader: Reader;
  readonly fin: CalendarDate;
}
/** Apprenticeship contracts of the same person that began before this one, the latest first. */
const earlierContracts = (d: Reader, others: readonly OtherDossier[]): readonly Earlier[] => {
  const debut = d.date("dateDebutExecution");
  if (!debut) return [];
  return others
    .filter(({ fige }) => fige)
    .flatMap((one): Earlier[] => {
      const reader = new Reader(one);
      const du = reader.date("dateDebutExecution");
      const fin = reader.date("dateFinContrat");
      return reader.contrat === "apprentissage" && du && fin && du < debut ? [{ reader, fin }] : [];
    })
    .sort((a, b) => (a.fin < b.fin ? 1 : -1));
};

/** Its last percentage, and whether its diploma was obtained (« dernière classe » 01 of the diploma it prepared). */
const previousPay = (d: Reader, previous: Reader): ContratPrecedent | undefined => {
  const dernierPourcentage = enteredRows(previous).findLast(({ pourcentage }) => pourcentage)?.pourcentage;
  if (dernierPourcentage === undefined) return undefined;
  return {
    dernierPourcentage,
    diplomeObtenu:
      d.text("apprentiDerniereClasse") === "01" &&
      d.text("apprentiDernierDiplomePrepare") === previous.text("diplomeVise"),
  };
};

/** Facts for the rules M4, X1, X2, P7, P8 and D12. What the database did not find is left out, and not judged. */
export const crossFactsFrom = (dossier: Pick<DossierContext, "data" | "form">, found: Found): CrossFacts => {
  const d = new Reader(dossier);
  const earlier = earlierContracts(d, found.memePersonne);
  const level = niveauOfDiplome(d.text("diplomeVise"), d.form);
  const contratPrecedent = earlier[0] && previousPay(d, earlier[0].reader);
  return {
    apprentisDuMaitre: atTheSameTime(found.apprentisDuMaitre),
    memePersonne: found.memePersonne.map(({ reference }) => reference),
    memeEntreprise: found.memeEntreprise,
    ...(level === undefined
      ? {}
      : {
          contratsDeMemeNiveau: earlier.filter(
            ({ reader }) => niveauOfDiplome(reader.text("diplomeVise"), reader.form) === level,
          ).length,
        }),
    ...(contratPrecedent ? { contratPrecedent } : {}),
  };
};

/** Everything of a dossier that its facts about other dossiers depend on: theirs are asked again when one changes. */
const crossFields: readonly string[] = [
  "contrat",
  "apprentiNir",
  "apprentiNomNaissance",
  "apprentiPrenom",
  "apprentiDateNaissance",
  "maitre1Nom",
  "maitre1Prenom",
  "maitre1DateNaissance",
  "dateDebutExecution",
  "dateFinContrat",
  "employeurSiret",
  "employeurDenomination",
  "diplomeVise",
  "apprentiDerniereClasse",
  "apprentiDernierDiplomePrepare",
];
export const readsOtherDossiers = (before: DossierData, after: DossierData): boolean =>
  crossFields.some((id) => before[id] !== after[id]);
