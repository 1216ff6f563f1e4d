/** What a rule looks at, and the careful readers of partial, old or garbled data. */
import { ageAt, type CalendarDate, isCalendarDate } from "../dossier/calendar.ts";
import { contratOf } from "../dossier/fields/conditions.ts";
import type { Contrat, DossierContext, DossierData, FormVersion } from "../dossier/kernel.ts";
import { itemOf } from "../dossier/nomenclatures/index.ts";
import type { SmicTable } from "./pay/smic.ts";

/** The previous contract of a succession or of an extension, when somebody knows it (D6222-29, D6222-28-2). */
export interface ContratPrecedent {
  /** Last percentage paid (same employer) or due (another one), in whole points. */
  readonly dernierPourcentage: number;
  /** The diploma that contract prepared was obtained; without it nothing is kept. */
  readonly diplomeObtenu: boolean;
}

/** Facts only the whole database knows. An absent fact is not judged. */
export interface CrossFacts {
  /** References of the other dossiers whose apprentice the maître n° 1 follows at the same dates. */
  readonly apprentisDuMaitre?: readonly string[];
  /** References of the other dossiers of the same person. */
  readonly memePersonne?: readonly string[];
  /** Other dossiers with this SIRET under another name, or this name under another SIREN. */
  readonly memeEntreprise?: readonly {
    readonly reference: string;
    readonly denomination: string;
    readonly siret: string;
  }[];
  /** Earlier apprenticeship contracts of this person at the level now aimed at (L6222-15). */
  readonly contratsDeMemeNiveau?: number;
  readonly contratPrecedent?: ContratPrecedent;
}

export interface RuleContext extends DossierContext {
  readonly today: CalendarDate;
  /** Dated values; Réglages may replace the published table. */
  readonly smic: SmicTable;
  readonly faits?: CrossFacts;
  /** What a judgement that will be kept asks instead of reading `today`: it then knows until when it holds. */
  readonly isPast?: (date: CalendarDate) => boolean;
}

/** True once the day of this date is over. A rule asks this rather than compare with `today`. */
export const isPast = (ctx: Pick<RuleContext, "today" | "isPast">, date: CalendarDate): boolean =>
  ctx.isPast ? ctx.isPast(date) : date < ctx.today;

/** The largest number the schema stores: ten million euros in cents. */
const MAX_NUMBER = 1_000_000_000;

/** Reads data without trusting it: a value of the wrong shape is a missing value. */
export class Reader {
  readonly data: DossierData;
  /** The form version whose codes the data hold. */
  readonly form: FormVersion;
  readonly contrat: Contrat;
  constructor({ data, form }: Pick<DossierContext, "data" | "form">) {
    this.data = data;
    this.form = form;
    this.contrat = contratOf(data);
  }
  date(id: string): CalendarDate | undefined {
    const value = this.data[id];
    return isCalendarDate(value) ? value : undefined;
  }
  text(id: string): string | undefined {
    const value = this.data[id];
    return typeof value === "string" && value.trim() !== "" ? value : undefined;
  }
  /** Hours, years, percentages, cents: every number of the schema is a whole one, never negative. */
  number(id: string): number | undefined {
    const value = this.data[id];
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value <= MAX_NUMBER
      ? value
      : undefined;
  }
  yes(id: string): boolean {
    return this.data[id] === "oui";
  }
  no(id: string): boolean {
    return this.data[id] === "non";
  }
  ticked(id: string): boolean {
    return this.data[id] === true;
  }
  /** Age of the alternant on the first of these dates that is known. */
  ageOn(...ids: readonly string[]): number | undefined {
    const birth = this.date("apprentiDateNaissance");
    const at = ids.map((id) => this.date(id)).find((date) => date !== undefined);
    return birth && at && birth <= at ? ageAt(birth, at) : undefined;
  }
  get ageAtStart(): number | undefined {
    return this.ageOn("dateDebutExecution", "dateConclusion");
  }
  get ageAtConclusion(): number | undefined {
    return this.ageOn("dateConclusion", "dateDebutExecution");
  }
  get isAvenant(): boolean {
    if (this.contrat === "professionnalisation") return this.data.typeContrat === "30";
    const type = this.text("typeContratOuAvenant");
    return type !== undefined && itemOf("typeContratOuAvenant", type, this.form)?.avenant === true;
  }
  /** A contract that follows another one: 21, 22, 23 on the apprenticeship form. */
  get isSuccession(): boolean {
    return ["21", "22", "23"].includes(this.text("typeContratOuAvenant") ?? "");
  }
  /** Disabled worker or one of the titles that give the same rights (L5213-2, L5212-13-1). */
  get isHandicap(): boolean {
    return (
      this.yes("apprentiRqth") || this.yes("apprentiEquivalenceJeunes") || this.yes("apprentiExtensionBoe")
    );
  }
}

/** Level (3 to 8) of an apprenticeship diploma code; undefined for an unknown code or below level 3. */
export const niveauOfDiplome = (code: string | undefined, form: FormVersion): number | undefined => {
  const niveau = code ? itemOf("diplomeApprentissage", code, form)?.niveauDeduit : undefined;
  return niveau === undefined ? undefined : Number(niveau);
};
