import { addDays, type CalendarDate, daysBetween, formatDate } from "../dossier/calendar.ts";
import { contratOf } from "../dossier/fields/conditions.ts";
import { findField } from "../dossier/fields/index.ts";
import type { Field } from "../dossier/kernel.ts";
import { isEmpty, isRequired, labelOf, tabsOf } from "../dossier/layout.ts";
import { checkValue } from "../dossier/values.ts";
import { Reader, type RuleContext } from "./context.ts";
import type { Finding } from "./finding.ts";
import { addWorkingDays } from "./holidays.ts";
import { isBlocking, rules } from "./registry.ts";
import { quantity, typography } from "./typography.ts";

export interface PointDepot {
  /** French label of the point. */
  readonly point: string;
  /** inconnu: something it depends on is still missing or ill-formed. */
  readonly etat: "ok" | "ko" | "inconnu";
  /** When inconnu: what it waits for. */
  readonly attend?: string;
  readonly constats: readonly Finding[];
}
export interface Echeance {
  readonly libelle: string;
  readonly date?: CalendarDate;
  readonly explication: string;
}
export interface DepositReadiness {
  readonly points: readonly PointDepot[];
  readonly echeances: readonly Echeance[];
}

interface PointDeclaration {
  readonly point: string;
  /** Rules of the point, by the beginning of their id. */
  readonly regles: readonly string[];
  /** Without these the point cannot be judged. */
  readonly champs: readonly string[];
}

const gridIds = [1, 2, 3, 4].flatMap((annee) =>
  [1, 2].flatMap((p) =>
    ["Du", "Au", "Pourcentage", "Base"].map((part) => `remunerationA${annee}P${p}${part}`),
  ),
);

/** D6224-2: the four points an OPCO controls. */
const apprentissagePoints: readonly PointDeclaration[] = [
  {
    point: "La formation est éligible à l’apprentissage",
    regles: ["C7", "D3-", "D4-", "D5-", "D11-"],
    champs: [
      "diplomeVise",
      "codeDiplome",
      "codeRncp",
      "cfaUai",
      "cfaSiret",
      "dateDebutFormationCfa",
      "dateFinEpreuves",
    ],
  },
  {
    point: "L’apprenti a l’âge requis",
    regles: ["A1-", "A2-", "A3-", "A4-", "A5-", "A6-", "A7-", "A8-"],
    champs: [
      "apprentiDateNaissance",
      "dateDebutExecution",
      "dateConclusion",
      "typeContratOuAvenant",
      "typeDerogation",
    ],
  },
  {
    point: "Le maître d’apprentissage est majeur et qualifié",
    regles: ["M"],
    champs: [
      "maitre1Nom",
      "maitre1Prenom",
      "maitre1DateNaissance",
      "dateDebutExecution",
      "attestationEligibiliteMaitre",
    ],
  },
  {
    point: "La rémunération atteint le minimum légal",
    regles: ["P"],
    champs: [
      "apprentiDateNaissance",
      "dateDebutExecution",
      "dateFinContrat",
      "salaireBrutMensuel",
      ...gridIds,
    ],
  },
];

/** D6325-1: conformity, for the contrat de professionnalisation. */
const proPoints: readonly PointDeclaration[] = [
  {
    point: "La qualification et la formation sont conformes",
    regles: ["R", "C10", "C11", "D10-"],
    champs: [
      "typeQualification",
      "codeRncp",
      "organismeSiret",
      "dureeTotaleHeures",
      "dureeEnseignementsHeures",
      "dateDebutExecution",
      "dateFinContrat",
    ],
  },
  {
    point: "Le salarié appartient au public du contrat",
    regles: ["A-pro"],
    champs: ["apprentiDateNaissance", "dateConclusion", "salarieInscritFranceTravail"],
  },
  {
    point: "Le tuteur remplit les critères",
    regles: ["M"],
    champs: ["tuteurNom", "tuteurPrenom", "tuteurDateNaissance", "attestationEligibiliteTuteur"],
  },
  {
    point: "La rémunération atteint le minimum légal",
    regles: ["P"],
    champs: ["apprentiDateNaissance", "dateDebutExecution", "salaireBrutMensuel", "salarieDiplomePlusEleve"],
  },
];

/** G11: entered on the CERFA established elsewhere, so Cactus cannot read it. */
const isElsewhere = (field: Field, ctx: RuleContext): boolean =>
  field.alsoInBase !== true && !tabsOf(ctx).includes(field.onglet);

const waitsFor = (ids: readonly string[], ctx: RuleContext): string | undefined => {
  const fields = ids.map(findField).filter((field) => field !== undefined);
  if (fields.some((field) => isElsewhere(field, ctx)))
    return "Saisie simple : à relire sur le CERFA signé, joint au dossier.";
  const missing = fields.filter((field) => {
    const value = ctx.data[field.id];
    return isEmpty(value) ? isRequired(field, ctx) : checkValue(field, value, ctx.form) !== undefined;
  });
  if (missing.length === 0) return undefined;
  const named = missing.slice(0, 3).map((field) => `« ${labelOf(field, contratOf(ctx.data))} »`);
  const others = missing.length - named.length;
  return `À remplir : ${named.join(", ")}${others === 0 ? "" : others === 1 ? " et une autre case" : ` et ${others} autres cases`}.`;
};

const judged = (declared: PointDeclaration, ctx: RuleContext): PointDepot => {
  const constats = rules
    .filter((rule) => declared.regles.some((prefix) => rule.id.startsWith(prefix)))
    .flatMap((rule) => rule.evaluate(ctx));
  const attend = waitsFor(declared.champs, ctx);
  const { point } = declared;
  if (constats.some(isBlocking)) return { point, etat: "ko", constats };
  return attend
    ? { point, etat: "inconnu", attend: typography(attend), constats }
    : { point, etat: "ok", constats };
};

const ANSWER_DAYS = 20;

interface Route {
  readonly organisme: string;
  readonly article: string;
  readonly silence: string;
}

/** Who receives the contract, and what silence means after twenty days (§ 8 of regles.md). */
const routeOf = (d: Reader): Route => {
  if (d.contrat === "professionnalisation")
    return {
      organisme: "OPCO",
      article: "D6325-1, D6325-2",
      silence: "son silence vaut accord, le contrat est réputé déposé",
    };
  // A public industrial and commercial establishment (30) follows the private route.
  if (d.text("secteurEmployeur") === "public" && d.text("typeEmployeur") !== "30")
    return {
      organisme: "DDETS ou DREETS (service CELIA)",
      article: "D6275-1, D6275-2",
      silence: "son silence vaut accord (à confirmer auprès d’elle)",
    };
  return {
    organisme: "OPCO",
    article: "D6224-1, D6224-2",
    silence: "son silence vaut refus (à confirmer auprès de lui)",
  };
};

/** Good Friday and 26 December are holidays there. */
const isAlsaceMoselle = (d: Reader): boolean =>
  ["57", "67", "68"].includes(d.text("employeurAdresseCodePostal")?.slice(0, 2) ?? "");

const remaining = (today: CalendarDate, date: CalendarDate): string => {
  const days = daysBetween(today, date);
  if (days === 0) return "c’est aujourd’hui";
  return days > 0 ? `dans ${quantity(days, "jour")}` : `dépassée de ${quantity(-days, "jour")}`;
};

const deadlines = (d: Reader, ctx: RuleContext): Echeance[] => {
  const route = routeOf(d);
  const pro = d.contrat === "professionnalisation";
  const debut = d.date("dateDebutExecution");
  const limite = debut && (pro ? addDays(debut, 5) : addWorkingDays(debut, 5, isAlsaceMoselle(d)));
  const received = d.date("depotDateReception");
  const decided = d.date("depotDateDecision");
  const answer = received && addDays(received, ANSWER_DAYS);
  const rows: Echeance[] = [
    {
      libelle: "Dépôt du contrat",
      ...(limite ? { date: limite } : {}),
      explication: `Dossier complet à transmettre (${route.organisme}) au plus tard ${pro ? "5 jours calendaires" : "5 jours ouvrables (du lundi au samedi, hors jours fériés)"} après le début d’exécution${debut && limite ? ` du ${formatDate(debut)} ; échéance ${remaining(ctx.today, limite)}` : ""} (${route.article}).`,
    },
    {
      libelle: "Réponse",
      ...(answer ? { date: answer } : {}),
      explication: decided
        ? `Décision rendue le ${formatDate(decided)}.`
        : `${ANSWER_DAYS} jours ${pro ? "calendaires " : ""}après réception du dossier complet${received && answer ? ` le ${formatDate(received)} ; échéance ${remaining(ctx.today, answer)}` : ""} ; passé ce délai, ${route.silence} (${route.article}).`,
    },
  ];
  return rows.map((row) => ({ ...row, explication: typography(row.explication) }));
};

/**
 * « Prêt pour le dépôt »: the four points, each with the findings that bear on it, and the legal clocks. A date is
 * absent while the day it counts from is unknown.
 */
export const depositReadiness = (ctx: RuleContext): DepositReadiness => {
  const d = new Reader(ctx);
  const points = d.contrat === "professionnalisation" ? proPoints : apprentissagePoints;
  return { points: points.map((point) => judged(point, ctx)), echeances: deadlines(d, ctx) };
};
