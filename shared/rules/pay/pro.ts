/** The minimum pay of the contrat de professionnalisation (L6325-8, L6325-9, D6325-18; notice 51650#09). */
import { addDays, type CalendarDate, formatDate, isCalendarDate } from "../../dossier/calendar.ts";
import { displayCents } from "../../dossier/formats/cents.ts";
import { tauxProfessionnalisation } from "../../dossier/nomenclatures/index.ts";
import { payAgeAt, thresholdDate } from "../../dossier/periods.ts";
import type { Reader } from "../context.ts";
import type { Step } from "../rule.ts";
import type { Base } from "./periods.ts";
import { type SmicTable, shareUp, smicOf } from "./smic.ts";

export interface ProInput {
  readonly naissance: CalendarDate;
  readonly debut: CalendarDate;
  readonly fin?: CalendarDate | undefined;
  /** Code of `diplomeProfessionnalisation`, the highest diploma held. */
  readonly diplome?: string | undefined;
  readonly smcMensuelCentimes?: number | undefined;
  /** Temporary work: the form holds an hourly wage. */
  readonly horaire?: boolean;
  readonly mayotte?: boolean;
}

export interface ProPay {
  readonly du: CalendarDate;
  /** Absent while the end of the contract is unknown. */
  readonly au?: CalendarDate;
  /** Of `base`, in whole points. */
  readonly pourcentage: number;
  readonly base: Base;
  /** Monthly for 35 h, or hourly in temporary work. */
  readonly minimumCentimes: number;
  readonly calcul: readonly Step[];
}

/** General bac, or below, or nothing: the lower column. */
const LOWER = new Set(["42", "51", "52", "53", "59", "60"]);
/** Technological bac, other title of bac level: professional or not, the notice does not say (to be checked). */
const UNCERTAIN = new Set(["43", "49"]);
const ADULT = 26;
/** L6325-9: share of the conventional minimum owed from 26 on. */
const ADULT_SMC = 85;
const THRESHOLDS = [21, ADULT] as const;

export type Column = "infBac" | "bacProEtPlus";
/** The column of the notice's grid; for an uncertain diploma, the one asked for. */
export const columnOf = (diplome: string | undefined, uncertain: Column): Column | undefined => {
  if (diplome === undefined) return undefined;
  if (LOWER.has(diplome)) return "infBac";
  return UNCERTAIN.has(diplome) ? uncertain : "bacProEtPlus";
};

const periodFrom = (
  input: ProInput,
  du: CalendarDate,
  smic: SmicTable,
  uncertain: Column,
): ProPay | undefined => {
  const age = payAgeAt(input.naissance, du);
  const value = smicOf(smic, du, input.mayotte);
  if (!value || age < 16) return undefined;
  const reference = input.horaire ? value.horaire : value.mensuel;
  const unit = input.horaire ? "horaire" : "mensuel";
  const calcul: Step[] = [
    ["Âge retenu", `${age} ans`],
    [`SMIC ${unit} depuis le ${formatDate(value.depuis)}`, displayCents(reference)],
  ];
  if (age >= ADULT) {
    // The conventional minimum is monthly: an hourly wage is compared with its own hour.
    const smc = input.smcMensuelCentimes ?? 0;
    const owed = shareUp(smc, ADULT_SMC);
    const conventional = input.horaire ? Math.ceil((owed * 12) / (35 * 52)) : owed;
    if (smc > 0) calcul.push(["85 % du salaire minimum conventionnel", displayCents(conventional)]);
    const useSmc = conventional > reference;
    calcul.push(["Le plus élevé des deux", displayCents(Math.max(conventional, reference))]);
    return useSmc
      ? { du, pourcentage: ADULT_SMC, base: "SMC", minimumCentimes: conventional, calcul }
      : { du, pourcentage: 100, base: "SMIC", minimumCentimes: reference, calcul };
  }
  const column = columnOf(input.diplome, uncertain);
  const pourcentage = tauxProfessionnalisation.items.find(
    (row) => row.code === (age < 21 ? "16_20" : "21_25"),
  )?.[column ?? "infBac"];
  if (column === undefined || pourcentage === undefined) return undefined;
  const minimumCentimes = shareUp(reference, pourcentage);
  calcul.push(
    [
      "Diplôme",
      column === "infBac"
        ? "bac général, inférieur au bac ou aucun"
        : "professionnel de niveau bac ou supérieur",
    ],
    [`${pourcentage} % du SMIC, au centime supérieur`, displayCents(minimumCentimes)],
  );
  return { du, pourcentage, base: "SMIC", minimumCentimes, calcul };
};

/**
 * Minimum of each period, the first at hiring; brackets change the 1st of the month after the 21st and 26th
 * birthdays (D6325-16, to be checked). `uncertain` settles the diplomas the notice does not class. [] when unknown.
 */
export const proPayPeriods = (input: ProInput, smic: SmicTable, uncertain: Column = "infBac"): ProPay[] => {
  const { naissance, debut, fin } = input;
  if (!isCalendarDate(naissance) || !isCalendarDate(debut) || naissance >= debut) return [];
  const end = isCalendarDate(fin) && fin > debut ? fin : undefined;
  const starts = [
    debut,
    ...(end
      ? THRESHOLDS.map((age) => thresholdDate(naissance, age)).filter((d) => d > debut && d <= end)
      : []),
  ];
  return starts.flatMap((du, i) => {
    const period = periodFrom(input, du, smic, uncertain);
    const next = starts[i + 1];
    const au = next ? addDays(next, -1) : end;
    return period ? [au ? { ...period, au } : period] : [];
  });
};

/** The minimum at hiring, the only pay the form holds. */
export const proMinimum = (
  input: ProInput,
  smic: SmicTable,
  uncertain: Column = "infBac",
): ProPay | undefined => proPayPeriods(input, smic, uncertain)[0];

export const proInputOf = (d: Reader): ProInput | undefined => {
  const naissance = d.date("apprentiDateNaissance");
  const debut = d.date("dateDebutExecution");
  if (!naissance || !debut || d.contrat !== "professionnalisation") return undefined;
  return {
    naissance,
    debut,
    fin: d.date("dateFinContrat"),
    diplome: d.text("salarieDiplomePlusEleve"),
    smcMensuelCentimes: d.number("smcMensuel"),
    horaire: d.text("natureContrat") === "TT",
    mayotte: d.text("employeurAdresseCodePostal")?.startsWith("976") === true,
  };
};
