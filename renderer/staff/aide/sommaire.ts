/**
 * The user’s guide, task by task: its pages in reading order. Each is `docs/guide/<id>.md`, whose first line is its
 * title; a page absent here, or listed without its file, fails `guide.test.ts`.
 */
export const sommaire = [
  {
    titre: "Bien commencer",
    pages: [
      "bienvenue",
      "installer",
      "premier-demarrage",
      "comptes",
      "regler-les-courriels",
      "ouvrir-le-portail",
      "creer-une-formation",
      "codes-et-variantes",
      "calendrier-et-programme",
    ],
  },
  {
    titre: "Inviter",
    pages: ["inviter-des-alternants", "inscription-par-code", "inviter-l-entreprise", "relancer"],
  },
  {
    titre: "Suivre et remplir un dossier",
    pages: [
      "tableau-de-bord",
      "trouver-un-dossier",
      "lire-un-dossier",
      "remplir-un-onglet",
      "donnees-de-base",
      "qui-remplit-quoi",
      "contrat-et-remuneration",
      "suivi-info",
      "vie-de-l-etudiant",
      "historique",
    ],
  },
  {
    titre: "Contrôler et valider",
    pages: [
      "controles",
      "demander-la-validation",
      "valider-ou-retourner",
      "revue-economique",
      "rouvrir-ou-abandonner",
    ],
  },
  { titre: "Documents", pages: ["documents", "liasses", "cerfa-recu", "suivre-le-depot"] },
  { titre: "Courriels", pages: ["courriels"] },
  {
    titre: "Réglages et comptes",
    pages: ["formations", "reglages-cfa", "delais", "smic-et-annuaire", "roles", "sauvegarder", "journal"],
  },
  { titre: "Aller plus vite", pages: ["raccourcis", "utiliser-l-aide"] },
  {
    titre: "Quand quelque chose ne va pas",
    pages: [
      "message-d-erreur",
      "courriel-en-echec",
      "mot-de-passe-perdu",
      "se-connecter",
      "dossier-fige",
      "conflit-de-saisie",
      "saisie-non-enregistree",
      "mise-a-jour",
      "diagnostic",
    ],
  },
  { titre: "Les mots", pages: ["glossaire"] },
] as const;

export type PageId = (typeof sommaire)[number]["pages"][number];

export const pageIds: readonly PageId[] = sommaire.flatMap(({ pages }) => [...pages]);
export const isPageId = (id: string): id is PageId => (pageIds as readonly string[]).includes(id);

/** « /aide/relancer », at one of its headings. */
export const helpPath = (id: PageId, section?: string): string =>
  `/aide/${id}${section ? `?section=${encodeURIComponent(section)}` : ""}`;
