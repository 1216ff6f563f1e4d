import { readFile } from "node:fs/promises";
import { isCalendarDate, todayInParis } from "../../../shared/dossier/calendar.ts";
import {
  completeness,
  contratOf,
  currentForm,
  formIdentifierOf,
  fromFormIdentifiers,
  onglets,
} from "../../../shared/dossier/index.ts";
import { findings, payPeriods, smicTable } from "../../../shared/rules/index.ts";
import { CliError, print, printJson } from "./context.ts";

/** The black-box door: form identifiers in, completeness and findings out. No database is needed. */
export const checkCommand = async (options: { fichier: string; json?: boolean }): Promise<void> => {
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(options.fichier, "utf8"));
  } catch (error) {
    throw new CliError(
      error instanceof SyntaxError
        ? `${options.fichier} n’est pas un fichier JSON lisible.`
        : `Fichier illisible\u00a0: ${options.fichier}.`,
    );
  }
  if (typeof raw !== "object" || raw === null || Array.isArray(raw))
    throw new CliError('Le fichier doit contenir un objet JSON\u00a0: { "identifiant": valeur }.');
  const values = raw as Record<string, unknown>;
  const today = todayInParis();
  const form = currentForm(
    values.contrat === "professionnalisation" ? "professionnalisation" : "apprentissage",
    today,
  );
  const { data, issues } = fromFormIdentifiers(values, form);
  const mission =
    values.mission === "obligatoire" || values.mission === "masquee" ? values.mission : "facultative";
  const ctx = { data, mission, form } as const;
  const named = (champ: string): string => formIdentifierOf(champ, form);
  const judged = completeness(ctx);
  const blocked = new Set(issues.map((issue) => issue.champ));
  const constats = [
    ...issues.map((issue) => ({
      regle: "format",
      gravite: "bloquant" as const,
      champs: [issue.champ],
      message: issue.message,
      article: "Format du champ",
    })),
    ...findings({ ...ctx, today, smic: smicTable }).map(({ regle, gravite, champs, message, article }) => ({
      regle,
      gravite,
      champs: champs.map(named),
      message,
      article,
    })),
  ];
  const tabs = onglets
    .flatMap((onglet) => judged.onglets.filter((tab) => tab.onglet === onglet))
    .map((tab) => ({
      onglet: tab.onglet,
      complet: tab.complet,
      manquants: tab.manquants.map(named),
      invalides: tab.invalides.map((issue) => ({ champ: named(issue.champ), message: issue.message })),
    }));
  const complet = judged.complet && blocked.size === 0 && !constats.some((one) => one.gravite === "bloquant");
  if (options.json) return printJson({ complet, contrat: contratOf(data), onglets: tabs, constats });
  print(complet ? "Dossier complet." : "Dossier incomplet.");
  for (const tab of tabs)
    print(
      `${tab.complet ? "complet  " : "incomplet"}  ${tab.onglet}${tab.manquants.length > 0 ? `\u00a0: ${tab.manquants.join(", ")}` : ""}`,
    );
  for (const constat of constats)
    print(`${constat.gravite}  ${constat.regle}  ${constat.message} (${constat.article})`);
};

export interface PayOptions {
  readonly naissance: string;
  readonly debut: string;
  readonly fin: string;
  readonly diplome?: string;
  readonly secteur?: string;
  readonly json?: boolean;
}

export const payCommand = async (options: PayOptions): Promise<void> => {
  for (const name of ["naissance", "debut", "fin"] as const)
    if (!isCalendarDate(options[name])) throw new CliError(`--${name} attend une date existante AAAA-MM-JJ.`);
  if (options.fin <= options.debut) throw new CliError("La fin du contrat doit suivre son début.");
  if (options.naissance >= options.debut)
    throw new CliError("La naissance doit précéder le début du contrat.");
  if (options.secteur && !["prive", "public"].includes(options.secteur))
    throw new CliError("--secteur attend «\u00a0prive\u00a0» ou «\u00a0public\u00a0».");
  const periods = payPeriods(
    {
      naissance: options.naissance,
      debut: options.debut,
      fin: options.fin,
      ...(options.diplome ? { diplome: options.diplome } : {}),
      ...(options.secteur ? { secteur: options.secteur as "prive" | "public" } : {}),
    },
    smicTable,
  );
  const rows = periods.map(({ annee, du, au, pourcentage, base, minimumCentimes }) => ({
    annee,
    du,
    au,
    pourcentage,
    base,
    minimumCentimes,
  }));
  if (options.json) return printJson(rows);
  for (const row of rows)
    print(
      `Année ${row.annee}, du ${row.du} au ${row.au}\u00a0: ${row.pourcentage}\u00a0% du ${row.base}${row.minimumCentimes === undefined ? "" : `, ${(row.minimumCentimes / 100).toFixed(2).replace(".", ",")}\u00a0€`}`,
    );
};
