import type { Filtre } from "../../../shared/api/staff/dossiers.ts";
import { contrats } from "../../../shared/dossier/kernel.ts";
import { etats, etatsEconomie } from "../../../shared/workflow/index.ts";

export const tris = ["modifieLe", "nom", "dateDebut", "reference"] as const;
export type Tri = (typeof tris)[number];

/** What the list shows: kept whole in the URL hash, so that a link or a return finds the same list. */
export interface ListView {
  readonly filtre: Filtre;
  readonly tri: Tri;
  readonly sens: "asc" | "desc";
}

const among = <T extends string>(allowed: readonly T[], value: string | null): T | undefined =>
  allowed.find((one) => one === value);
const several = <T extends string>(allowed: readonly T[], value: string | null): T[] | undefined => {
  const found = allowed.filter((one) => value?.split(",").includes(one));
  return found.length > 0 ? found : undefined;
};
const yesNo = (value: string | null): boolean | undefined =>
  value === "oui" ? true : value === "non" ? false : undefined;
const day = (value: string | null): string | undefined =>
  value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

/** Order of a sort before anybody turns it over: dates newest first, words from A. */
export const naturalOrder = (tri: Tri): "asc" | "desc" => (tri === "modifieLe" ? "desc" : "asc");

export const readQuery = (query: string): ListView => {
  const params = new URLSearchParams(query);
  const tri = among(tris, params.get("tri")) ?? "modifieLe";
  const filtre: Filtre = {
    recherche: params.get("recherche")?.slice(0, 200) || undefined,
    formationId: params.get("formation") || undefined,
    etats: several(etats, params.get("etats")),
    contrat: among(contrats, params.get("contrat")),
    complet: yesNo(params.get("complet")),
    economie: several(etatsEconomie, params.get("economie")),
    datesProvisoires: yesNo(params.get("datesProvisoires")),
    debutAvant: day(params.get("debutAvant")),
  };
  return {
    filtre: Object.fromEntries(Object.entries(filtre).filter(([, value]) => value !== undefined)),
    tri,
    sens: among(["asc", "desc"], params.get("sens")) ?? naturalOrder(tri),
  };
};

/** « ?etats=demande&tri=nom », or nothing when it is the plain list. */
export const writeQuery = ({ filtre, tri, sens }: ListView): string => {
  const params = new URLSearchParams();
  const put = (key: string, value: string | undefined) => {
    if (value) params.set(key, value);
  };
  const oui = (value: boolean | undefined) => (value === undefined ? undefined : value ? "oui" : "non");
  put("recherche", filtre.recherche);
  put("formation", filtre.formationId);
  put("etats", filtre.etats?.join(","));
  put("contrat", filtre.contrat);
  put("complet", oui(filtre.complet));
  put("economie", filtre.economie?.join(","));
  put("datesProvisoires", oui(filtre.datesProvisoires));
  put("debutAvant", filtre.debutAvant);
  if (tri !== "modifieLe") params.set("tri", tri);
  if (sens !== naturalOrder(tri)) params.set("sens", sens);
  const written = params.toString();
  return written ? `?${written}` : "";
};

export const dossiersLink = (filtre: Filtre): string =>
  `/dossiers${writeQuery({ filtre, tri: "modifieLe", sens: "desc" })}`;

let last = "";
/** The list’s query as last seen, for the menu to come back to. */
export const lastDossiersQuery = (): string => last;
export const rememberDossiersQuery = (query: string): void => {
  last = query ? `?${query}` : "";
};
