import type { z } from "zod";
import type { suiviDepot } from "../../../../shared/api/models.ts";
import { formatDate } from "../../../../shared/dossier/calendar.ts";
import { tidyDate } from "../../../../shared/dossier/formats/index.ts";

export type SuiviDepot = z.infer<typeof suiviDepot>;

/** The follow-up form as typed: every value a text. Dates « 05/09/2026 ». */
export const dateKeys = [
  "deposeLe",
  "completLe",
  "decisionLe",
  "employeur",
  "alternant",
  "representantLegal",
  "cfa",
] as const;
export const textKeys = ["deposant", "opco", "numeroInterne", "decision", "motif", "numeroDepot"] as const;
type Key = (typeof dateKeys)[number] | (typeof textKeys)[number];
export type DepositDraft = Readonly<Record<Key, string>>;

const signatureKeys = ["employeur", "alternant", "representantLegal", "cfa"] as const;
const isSignature = (key: Key): key is (typeof signatureKeys)[number] =>
  (signatureKeys as readonly string[]).includes(key);

export const toDraft = (depot: SuiviDepot): DepositDraft => {
  const date = (iso: string | undefined) => (iso ? formatDate(iso) : "");
  const entries = [
    ...dateKeys.map((key) => [
      key,
      date(isSignature(key) ? depot.signatures[key] : depot[key as "deposeLe"]),
    ]),
    ...textKeys.map((key) => [key, depot[key] ?? ""]),
  ];
  return Object.fromEntries(entries) as DepositDraft;
};

/** What is sent, or the French message of each date to correct. */
export const readDraft = (
  draft: DepositDraft,
): { ok: true; depot: SuiviDepot } | { ok: false; errors: Partial<Record<Key, string>> } => {
  const errors: Partial<Record<Key, string>> = {};
  const dates: Partial<Record<Key, string>> = {};
  for (const key of dateKeys) {
    if (draft[key].trim() === "") continue;
    const tidied = tidyDate(draft[key]);
    if (tidied.ok) dates[key] = tidied.value;
    else errors[key] = tidied.message;
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const text = (key: (typeof textKeys)[number]) => draft[key].trim() || undefined;
  return {
    ok: true,
    depot: {
      deposeLe: dates.deposeLe,
      deposant: text("deposant") as SuiviDepot["deposant"],
      opco: text("opco"),
      numeroInterne: text("numeroInterne"),
      completLe: dates.completLe,
      decision: text("decision") as SuiviDepot["decision"],
      decisionLe: dates.decisionLe,
      motif: text("motif"),
      numeroDepot: text("numeroDepot"),
      signatures: {
        employeur: dates.employeur,
        alternant: dates.alternant,
        representantLegal: dates.representantLegal,
        cfa: dates.cfa,
      },
    },
  };
};
