import type { Alerte } from "../../../shared/api/staff/office.ts";
import { countFr } from "../common/french.ts";
import { dossiersLink } from "../dossiers/filters.ts";

/** One thing to say, and where it leads. */
export interface News {
  readonly titre: string;
  readonly corps: string;
  readonly chemin: string;
  /** What the place is called, where the notification has a link. */
  readonly lien: string;
}

type About = NonNullable<Alerte["dossier"]>;
interface Words {
  readonly titre: string;
  /** About one dossier; undefined: the mail is about none. */
  one(dossier: About | undefined): string;
  many(count: number): string;
  readonly liste: string;
  readonly lienListe: string;
}

const ofDossier = (dossier: About | undefined): string =>
  dossier ? ` du dossier ${dossier.reference} (${dossier.nom})` : "";

const words: Readonly<Record<Alerte["type"], Words>> = {
  demande: {
    titre: "Demande de validation",
    one: (dossier) => `${dossier?.nom} – ${dossier?.formation} demande la validation de son dossier.`,
    many: (count) => `${count}\u00a0demandes de validation`,
    liste: dossiersLink({ etats: ["demande"] }),
    lienListe: "Ouvrir la liste",
  },
  "courriel-echec": {
    titre: "Courriel en échec",
    one: (dossier) => `Un courriel${ofDossier(dossier)} n’a pas pu partir.`,
    many: (count) => `${count}\u00a0courriels en échec`,
    liste: "/courriels",
    lienListe: "Ouvrir les courriels",
  },
  "courriel-incertain": {
    titre: "Courriel incertain",
    one: (dossier) =>
      `Un courriel${ofDossier(dossier)} est peut-être parti\u00a0: à vous de décider de le renvoyer.`,
    many: (count) => `${count}\u00a0courriels incertains`,
    liste: "/courriels",
    lienListe: "Ouvrir les courriels",
  },
};

/** Above this, one notification says them all: nobody reads ten. */
const APART = 2;
const NAMED = 3;

const together = (of: readonly Alerte[]): string => {
  const names = [...new Set(of.flatMap(({ dossier }) => (dossier ? [dossier.nom] : [])))];
  if (names.length === 0) return "Ouvrez Cactus pour les voir.";
  const others = names.length - NAMED;
  return others > 0
    ? `${names.slice(0, NAMED).join(", ")} et ${countFr(others, "autre")}.`
    : `${names.join(", ")}.`;
};

/** What these alerts make to say: each on its own, or all of a kind together when they are many. */
export const newsOf = (alertes: readonly Alerte[]): readonly News[] =>
  (Object.keys(words) as Alerte["type"][]).flatMap((type): readonly News[] => {
    const of = alertes.filter((alerte) => alerte.type === type);
    const { titre, one, many, liste, lienListe } = words[type];
    if (of.length > APART)
      return [{ titre: many(of.length), corps: together(of).slice(0, 300), chemin: liste, lien: lienListe }];
    return of.map(({ dossier }) => ({
      titre,
      corps: one(dossier).slice(0, 300),
      chemin: dossier ? `/dossiers/${dossier.id}` : liste,
      lien: dossier ? "Ouvrir le dossier" : lienListe,
    }));
  });
