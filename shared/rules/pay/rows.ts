import type { CalendarDate } from "../../dossier/calendar.ts";
import type { Reader } from "../context.ts";

/** A row of the pay grid as entered: absent parts are missing. */
export interface PayRow {
  readonly annee: number;
  readonly periode: 1 | 2;
  /** « remunerationA1P2 » */
  readonly id: string;
  readonly du?: CalendarDate | undefined;
  readonly au?: CalendarDate | undefined;
  readonly pourcentage?: number | undefined;
  readonly base?: string | undefined;
}

/** « 1re année, 2e période » */
export const rowName = ({ annee, periode }: Pick<PayRow, "annee" | "periode">): string =>
  `${annee === 1 ? "1re" : `${annee}e`} année, ${periode === 1 ? "1re" : "2e"} période`;

export const rowIds: readonly string[] = [1, 2, 3, 4].flatMap((annee) =>
  [1, 2].flatMap((periode) =>
    ["Du", "Au", "Pourcentage", "Base"].map((part) => `remunerationA${annee}P${periode}${part}`),
  ),
);

/** The rows in which something is entered, in the order of the form. */
export const enteredRows = (d: Reader): PayRow[] =>
  [1, 2, 3, 4].flatMap((annee) =>
    ([1, 2] as const).flatMap((periode) => {
      const id = `remunerationA${annee}P${periode}`;
      const row: PayRow = {
        annee,
        periode,
        id,
        du: d.date(`${id}Du`),
        au: d.date(`${id}Au`),
        pourcentage: d.number(`${id}Pourcentage`),
        base: d.text(`${id}Base`),
      };
      const filled = row.du ?? row.au ?? row.pourcentage ?? row.base;
      return filled === undefined ? [] : [row];
    }),
  );
