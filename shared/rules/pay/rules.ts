import { addDays, formatDate } from "../../dossier/calendar.ts";
import { displayCents } from "../../dossier/formats/cents.ts";
import { payPeriods as cut, executionYears } from "../../dossier/periods.ts";
import type { Reader } from "../context.ts";
import { pro, type Rule, rule, type Verdict } from "../rule.ts";
import { weeklyMinutes } from "../working-time.ts";
import { certainPayInput, mayDeserve15Points, probableEntryYear, probablePayInput } from "./from-data.ts";
import { type PayPeriod, payPeriods } from "./periods.ts";
import { proInputOf, proMinimum } from "./pro.ts";
import { enteredRows, type PayRow, rowIds, rowName } from "./rows.ts";
import { shareUp, smicOf } from "./smic.ts";

const contract = ["apprentiDateNaissance", "dateDebutExecution", "dateFinContrat"] as const;
const percentages = rowIds.filter((id) => id.endsWith("Pourcentage"));
const FULL_TIME = 35 * 60;
const isPartTime = (d: Reader): boolean => (weeklyMinutes(d) ?? FULL_TIME) < FULL_TIME;

/** While a date of the row is missing, the legal period of the same line stands for it. */
const overlaps = (row: PayRow, period: PayPeriod): boolean =>
  row.du && row.au
    ? row.du <= period.au && row.au >= period.du
    : row.annee === period.annee && row.periode === period.periode;

/** The strictest legal period a row touches: a row may pay more than asked, never less on any of its days. */
const owedOn = (row: PayRow, periods: readonly PayPeriod[]): PayPeriod | undefined =>
  periods
    .filter((period) => overlaps(row, period))
    .reduce<PayPeriod | undefined>(
      (most, p) => (most && most.pourcentage >= p.pourcentage ? most : p),
      undefined,
    );

const lowerThan = (rows: readonly PayRow[], periods: readonly PayPeriod[]) =>
  rows.flatMap((row) => {
    const owed = owedOn(row, periods);
    return owed && row.pourcentage !== undefined && row.pourcentage < owed.pourcentage ? [{ row, owed }] : [];
  });

export const payRules: readonly Rule[] = [
  rule({
    id: "P0-pourcentage-minimal",
    article: "D6222-26 à D6222-32",
    titre: "Chaque période est payée au moins au pourcentage légal",
    champs: [...percentages, ...contract, "diplomeVise"],
    gravite: "bloquant",
    judge: (d, { smic, faits }) => {
      const input = certainPayInput(d, faits);
      if (!input) return undefined;
      return lowerThan(enteredRows(d), payPeriods(input, smic)).map(
        ({ row, owed }): Verdict => ({
          champs: [`${row.id}Pourcentage`],
          message: `${capital(rowName(row))} : ${row.pourcentage} % est inférieur au minimum légal de ${owed.pourcentage} % du ${owed.base}. Portez le pourcentage à ${owed.pourcentage} au moins.`,
          calcul: [
            ["Période légale", `du ${formatDate(owed.du)} au ${formatDate(owed.au)}`],
            ...owed.calcul,
            ["Pourcentage saisi", `${row.pourcentage} %`],
          ],
        }),
      );
    },
  }),
  rule({
    id: "P0-base",
    article: "D6222-26",
    titre: "Dès 21 ans, la base est le salaire minimum conventionnel s’il est plus favorable",
    champs: [...rowIds.filter((id) => id.endsWith("Base")), "smcMensuel"],
    gravite: "bloquant",
    judge: (d, { smic, faits }) => {
      const input = certainPayInput(d, faits);
      if (!input) return undefined;
      const periods = payPeriods(input, smic);
      const smc = d.number("smcMensuel");
      return enteredRows(d).flatMap((row): Verdict[] => {
        const owed = periods
          .filter((period) => overlaps(row, period))
          .reduce<PayPeriod | undefined>(
            (most, p) => ((most?.minimumCentimes ?? -1) >= (p.minimumCentimes ?? -1) ? most : p),
            undefined,
          );
        const value = row.du ? smicOf(smic, row.du, input.mayotte) : undefined;
        if (!owed?.minimumCentimes || !value || row.pourcentage === undefined || row.base === undefined)
          return [];
        // A percentage that is too low is P0-pourcentage-minimal's business.
        if (row.pourcentage < owed.pourcentage) return [];
        if (row.base === "SMC" && smc === undefined) return [];
        const entered = shareUp(row.base === "SMC" ? (smc ?? 0) : value.mensuel, row.pourcentage);
        // A value of the SMIC that came into force inside the row is not the company's fault.
        const owedNow = shareUp(owed.base === "SMC" ? (smc ?? 0) : value.mensuel, owed.pourcentage);
        if (entered >= owedNow) return [];
        return [
          {
            champs: [`${row.id}Base`, "smcMensuel"],
            message: `${capital(rowName(row))} : ${row.pourcentage} % du ${row.base} (${displayCents(entered)}) est inférieur à ${owed.pourcentage} % du ${owed.base} (${displayCents(owedNow)}). Corrigez la base ou le pourcentage.`,
            calcul: [
              ...owed.calcul,
              ["Saisi", `${row.pourcentage} % du ${row.base}, soit ${displayCents(entered)}`],
            ],
          },
        ];
      });
    },
  }),
  rule({
    id: "P0-salaire-minimal",
    article: "D6222-26 ; notice 51649#09, p. 6",
    titre: "Le salaire à l’embauche atteint le pourcentage du SMIC ou du minimum conventionnel",
    champs: [
      "salaireBrutMensuel",
      "remunerationA1P1Pourcentage",
      "remunerationA1P1Base",
      "smcMensuel",
      "dureeHebdoHeures",
    ],
    gravite: "bloquant",
    judge: (d, { smic, faits }) => {
      const salaire = d.number("salaireBrutMensuel");
      const input = certainPayInput(d, faits);
      if (salaire === undefined || !input) return undefined;
      const first = payPeriods(input, smic)[0];
      const value = smicOf(smic, input.debut, input.mayotte);
      if (!first?.minimumCentimes || !value) return undefined;
      const row = enteredRows(d).find(({ annee, periode }) => annee === 1 && periode === 1);
      const smc = d.number("smcMensuel");
      // What the form promises in its first row is owed too.
      const base = row?.base === "SMC" && smc !== undefined ? smc : value.mensuel;
      const promised = row?.pourcentage === undefined ? 0 : shareUp(base, row.pourcentage);
      const owed = Math.max(first.minimumCentimes, promised);
      if (salaire >= owed) return undefined;
      const partTime = isPartTime(d);
      return {
        gravite: partTime ? "alerte" : "bloquant",
        champs: ["salaireBrutMensuel"],
        message: partTime
          ? `Le salaire brut de ${displayCents(salaire)} est inférieur à ${displayCents(owed)}, minimum pour 35 h : vérifiez la proportion du temps partiel.`
          : `Le salaire brut de ${displayCents(salaire)} est inférieur au minimum de ${displayCents(owed)}. Portez-le à ce montant au moins.`,
        calcul: [
          ...first.calcul,
          ...(promised > first.minimumCentimes
            ? ([
                [
                  `${row?.pourcentage} % du ${row?.base ?? "SMIC"}, saisi en 1re période`,
                  displayCents(promised),
                ],
              ] as const)
            : []),
          ["Salaire saisi", displayCents(salaire)],
        ],
      };
    },
  }),
  rule({
    id: "P1-annees-d-execution",
    article: "Notice 51649#09, p. 6",
    titre: "Chaque année de rémunération commence à l’anniversaire du contrat, pas à la rentrée",
    champs: [1, 2, 3, 4].map((annee) => `remunerationA${annee}P1Du`).concat(["dateDebutExecution"]),
    gravite: "bloquant",
    judge: (d) => {
      const years = executionYears(d.date("dateDebutExecution"), d.date("dateFinContrat"));
      return enteredRows(d).flatMap((row): Verdict[] => {
        const year = years[row.annee - 1];
        if (row.periode !== 1 || !row.du || !year || row.du === year.du) return [];
        return [
          {
            gravite: d.isAvenant ? "alerte" : "bloquant",
            champs: [`${row.id}Du`],
            message: `${capital(rowName(row))} : elle commence le ${formatDate(row.du)}, or la ${row.annee === 1 ? "1re" : `${row.annee}e`} année d’exécution du contrat commence le ${formatDate(year.du)}. Corrigez la date.`,
            calcul: [
              ["Début d’exécution", formatDate(d.date("dateDebutExecution") ?? "")],
              [`Début de l’année ${row.annee}`, formatDate(year.du)],
              ["Date saisie", formatDate(row.du)],
            ],
          },
        ];
      });
    },
  }),
  rule({
    id: "P2-periodes-contigues",
    article: "Notice 51649#09, p. 6 ; D6222-31",
    titre: "Les périodes se suivent sans trou, du début d’exécution à la fin du contrat",
    champs: [
      ...rowIds.filter((id) => id.endsWith("Du") || id.endsWith("Au")),
      "dateDebutExecution",
      "dateFinContrat",
    ],
    gravite: "bloquant",
    judge: (d) => {
      const debut = d.date("dateDebutExecution");
      const fin = d.date("dateFinContrat");
      const rows = enteredRows(d);
      const gravite = d.isAvenant ? "alerte" : "bloquant";
      const verdicts: Verdict[] = [];
      for (const [i, row] of rows.entries()) {
        if (row.du && row.au && row.au < row.du)
          verdicts.push({
            gravite,
            champs: [`${row.id}Du`, `${row.id}Au`],
            message: `${capital(rowName(row))} : elle finit (${formatDate(row.au)}) avant de commencer (${formatDate(row.du)}). Corrigez l’une des deux dates.`,
          });
        const next = rows[i + 1];
        if (!row.au || !next?.du || next.du === addDays(row.au, 1)) continue;
        verdicts.push({
          gravite,
          champs: [`${row.id}Au`, `${next.id}Du`],
          message: `${capital(rowName(next))} : elle commence le ${formatDate(next.du)}, or la période précédente finit le ${formatDate(row.au)}. Les périodes se suivent sans trou : commencez-la le ${formatDate(addDays(row.au, 1))}.`,
        });
      }
      const last = rows.at(-1);
      if (!debut || !fin || !last?.au || last.au === fin) return verdicts;
      // While a row of the contract is still empty, completeness says so.
      const missing = cut(d.date("apprentiDateNaissance"), debut, fin).some(
        ({ annee, periode }) =>
          annee <= 4 && periode === 1 && !rows.some((row) => row.annee === annee && row.periode === 1),
      );
      if (last.au > fin || !missing)
        verdicts.push({
          gravite,
          champs: [`${last.id}Au`, "dateFinContrat"],
          message: `La dernière période de rémunération finit le ${formatDate(last.au)}, or le contrat finit le ${formatDate(fin)}. Faites-les finir le même jour.`,
        });
      return verdicts;
    },
  }),
  rule({
    id: "P4-majoration-15-points",
    article: "D6222-30",
    titre: "Diplôme de même niveau en un an, en rapport direct : 15 points de plus",
    champs: ["remunerationA1P1Pourcentage", "diplomeVise", "apprentiDiplomePlusEleve"],
    gravite: "alerte",
    judge: (d, { smic, faits }) => {
      const input = probablePayInput(d, faits);
      if (!input || !mayDeserve15Points(d)) return undefined;
      const low = lowerThan(enteredRows(d), payPeriods({ ...input, majoration15: true }, smic));
      const first = low[0];
      if (!first) return undefined;
      return {
        champs: low.map(({ row }) => `${row.id}Pourcentage`),
        message: `L’apprenti prépare en un an au plus un diplôme du même niveau que celui qu’il a : si les deux sont en rapport direct, le minimum est majoré de 15 points (${first.owed.pourcentage} %). Corrigez le pourcentage ou indiquez qu’il n’y a pas de rapport direct.`,
        calcul: [...first.owed.calcul, ["Pourcentage saisi", `${first.row.pourcentage} %`]],
      };
    },
  }),
  rule({
    id: "P6-cycle-commence",
    article: "D6222-28-1",
    titre: "Un cycle commencé avant le contrat compte comme des années d’apprentissage",
    champs: [
      "remunerationA1P1Pourcentage",
      "apprentiDerniereClasse",
      "apprentiDernierDiplomePrepare",
      "diplomeVise",
    ],
    gravite: "alerte",
    judge: (d, { smic, faits }) => {
      const year = probableEntryYear(d);
      const input = probablePayInput(d, faits);
      const certain = certainPayInput(d, faits);
      if (!year || !input || !certain) return undefined;
      const rows = enteredRows(d);
      const refused = new Set(lowerThan(rows, payPeriods(certain, smic)).map(({ row }) => row.id));
      const low = lowerThan(rows, payPeriods(input, smic)).filter(({ row }) => !refused.has(row.id));
      const first = low[0];
      if (!first) return undefined;
      return {
        champs: low.map(({ row }) => `${row.id}Pourcentage`),
        message: `L’apprenti a déjà validé ${year - 1} année${year > 2 ? "s" : ""} de ce diplôme : il entre dans la grille à la ${year}e année (${first.owed.pourcentage} %). Corrigez le pourcentage ou indiquez pourquoi.`,
        calcul: [...first.owed.calcul, ["Pourcentage saisi", `${first.row.pourcentage} %`]],
      };
    },
  }),
  rule({
    id: "P7-prolongation",
    article: "D6222-28-2 (à vérifier) ; outil public de saisie du contrat",
    titre: "Après un échec, la prolongation paie au moins le dernier pourcentage",
    champs: ["remunerationA1P1Pourcentage", "typeContratOuAvenant"],
    gravite: "alerte",
    judge: (d, { faits }) => {
      const previous = faits?.contratPrecedent?.dernierPourcentage;
      if (d.text("typeContratOuAvenant") !== "33" || previous === undefined) return undefined;
      const first = enteredRows(d)[0];
      if (first?.pourcentage === undefined || first.pourcentage >= previous) return undefined;
      return {
        champs: [`${first.id}Pourcentage`],
        message: `Le contrat prolongé était payé ${previous} % en dernier lieu : la prolongation paie au moins autant, or ${first.pourcentage} % est saisi. Corrigez le pourcentage.`,
      };
    },
  }),
  rule({
    id: "P8-contrat-precedent",
    article: "D6222-29",
    titre: "Après un contrat dont le diplôme est obtenu, la rémunération ne baisse pas",
    champs: ["typeContratOuAvenant", "remunerationA1P1Pourcentage", "apprentiDerniereClasse"],
    gravite: "info",
    judge: (d, { faits }) => {
      // With the previous contract known, its percentage is part of the minimum (P0-pourcentage-minimal).
      if (!["21", "22"].includes(d.text("typeContratOuAvenant") ?? "") || faits?.contratPrecedent)
        return undefined;
      if (d.text("apprentiDerniereClasse") !== "01") return undefined;
      return {
        message:
          "Le contrat précédent a mené à son diplôme : la rémunération est au moins celle de sa dernière année. Vérifiez-la sur ce contrat.",
      };
    },
  }),
  rule({
    id: "P9-avantages-en-nature",
    article: "D6222-33",
    titre: "Les avantages en nature ne dépassent pas les trois quarts du salaire",
    champs: ["avantageLogement", "salaireBrutMensuel"],
    gravite: "alerte",
    judge: (d) => {
      const logement = d.number("avantageLogement");
      const salaire = d.number("salaireBrutMensuel");
      if (logement === undefined || salaire === undefined || logement * 4 <= salaire * 3) return undefined;
      return {
        message: `Le logement (${displayCents(logement)} par mois) dépasse les trois quarts du salaire (${displayCents(Math.floor((salaire * 3) / 4))}) : la déduction est plafonnée à ce montant, et à 75 % de la valeur du logement. Corrigez-le.`,
      };
    },
  }),
  rule({
    id: "P10-public",
    article: "D6272-1, D6272-2",
    titre: "Un employeur public applique la même grille et peut ajouter 10 ou 20 points",
    champs: ["secteurEmployeur"],
    gravite: "info",
    judge: (d) => {
      if (d.text("secteurEmployeur") !== "public") return undefined;
      return {
        message:
          "Employeur public : la grille légale s’applique ; l’employeur peut la majorer de 10 ou 20 points, sans y être tenu.",
      };
    },
  }),
  rule({
    id: "P12-au-dela-de-quatre-ans",
    article: "Cerfa 10103*14",
    titre: "Le formulaire porte au plus quatre années de rémunération",
    champs: ["dateFinContrat", "dateDebutExecution"],
    gravite: "alerte",
    judge: (d) => {
      const years = executionYears(d.date("dateDebutExecution"), d.date("dateFinContrat"));
      if (years.length <= 4) return undefined;
      return {
        message:
          "Le contrat dépasse quatre ans : le formulaire n’a que quatre années de rémunération. Portez la suite sur un avenant.",
      };
    },
  }),
];

/** The pay of the contrat de professionnalisation. */
export const payProRules: readonly Rule[] = [
  rule({
    id: "P-pro-salaire-minimal",
    article: "L6325-8, L6325-9, D6325-18 ; notice 51650#09",
    titre: "Le salaire à l’embauche atteint le minimum de l’âge et du diplôme",
    contrats: pro,
    champs: [
      "salaireBrutMensuel",
      "salarieDiplomePlusEleve",
      "apprentiDateNaissance",
      "smcMensuel",
      "natureContrat",
    ],
    gravite: "bloquant",
    judge: (d, { smic }) => {
      const salaire = d.number("salaireBrutMensuel");
      const input = proInputOf(d);
      if (salaire === undefined || !input) return undefined;
      const owed = proMinimum(input, smic, "infBac");
      const possible = proMinimum(input, smic, "bacProEtPlus");
      if (!owed || !possible || salaire >= possible.minimumCentimes) return undefined;
      const said = displayCents(salaire);
      if (salaire >= owed.minimumCentimes)
        return {
          gravite: "alerte",
          message: `Le salaire brut de ${said} convient à un diplôme non professionnel ; si celui du salarié est à finalité professionnelle, le minimum est de ${displayCents(possible.minimumCentimes)}. Vérifiez-le.`,
          calcul: [...possible.calcul, ["Salaire saisi", said]],
        };
      const partTime = isPartTime(d) && !input.horaire;
      return {
        gravite: partTime ? "alerte" : "bloquant",
        message: partTime
          ? `Le salaire brut de ${said} est inférieur à ${displayCents(owed.minimumCentimes)}, minimum pour 35 h : vérifiez la proportion du temps partiel.`
          : `Le salaire brut ${input.horaire ? "horaire " : ""}de ${said} est inférieur au minimum de ${displayCents(owed.minimumCentimes)}. Portez-le à ce montant au moins.`,
        calcul: [...owed.calcul, ["Salaire saisi", said]],
      };
    },
  }),
];

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
