/** From a dossier's data to what the pay grid needs to know. */
import { addDays, addMonths } from "../../dossier/calendar.ts";
import { type CrossFacts, niveauOfDiplome, type Reader } from "../context.ts";
import type { Annee, PayInput } from "./periods.ts";

/** 976xx: Mayotte. */
const isMayotte = (d: Reader): boolean => d.text("employeurAdresseCodePostal")?.startsWith("976") === true;

/** What nobody can dispute: a pay below it is refused. Undefined while a date is missing. */
export const certainPayInput = (d: Reader, faits?: CrossFacts): PayInput | undefined => {
  const naissance = d.date("apprentiDateNaissance");
  const debut = d.date("dateDebutExecution");
  const fin = d.date("dateFinContrat");
  if (!naissance || !debut || !fin || d.contrat !== "apprentissage") return undefined;
  const previous = faits?.contratPrecedent;
  return {
    naissance,
    debut,
    fin,
    diplome: d.text("diplomeVise"),
    secteur: d.text("secteurEmployeur") === "public" ? "public" : "prive",
    smcMensuelCentimes: d.number("smcMensuel"),
    mayotte: isMayotte(d),
    ...(previous && d.isSuccession ? { contratPrecedent: previous } : {}),
  };
};

/** Years of the cycle already validated: 11 one, 21 two, 31 three (table « dernière classe »). */
const VALIDATED: Readonly<Record<string, Annee>> = { "11": 2, "21": 3, "31": 4 };

/** D6222-28-1: the same diploma was begun before this contract, and its first years validated. */
export const probableEntryYear = (d: Reader): Annee | undefined => {
  const vise = d.text("diplomeVise");
  if (!vise || vise !== d.text("apprentiDernierDiplomePrepare")) return undefined;
  return VALIDATED[d.text("apprentiDerniereClasse") ?? ""];
};

/** D6222-30, as far as the form tells: a year at most, same level as the diploma held; the relation stays to be judged. */
export const mayDeserve15Points = (d: Reader): boolean => {
  const debut = d.date("dateDebutExecution");
  const fin = d.date("dateFinContrat");
  const vise = niveauOfDiplome(d.text("diplomeVise"), d.form);
  const held = niveauOfDiplome(d.text("apprentiDiplomePlusEleve"), d.form);
  return (
    debut !== undefined &&
    fin !== undefined &&
    fin <= addDays(addMonths(debut, 12), -1) &&
    vise !== undefined &&
    vise === held
  );
};

/** The certain input, with the year of entry the learner's path suggests: what is proposed, not what is imposed. */
export const probablePayInput = (d: Reader, faits?: CrossFacts): PayInput | undefined => {
  const input = certainPayInput(d, faits);
  const anneeEntree = probableEntryYear(d);
  return input && anneeEntree ? { ...input, anneeEntree } : input;
};
