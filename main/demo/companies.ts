import { siretFrom } from "./identifiers.ts";

/** Invented companies with well-formed SIRETs. */
interface Company {
  readonly denomination: string;
  readonly siret: string;
  readonly ape: string;
  readonly idcc: string;
  readonly effectif: number;
  readonly type: string;
  readonly numero: string;
  readonly voie: string;
  readonly codePostal: string;
  readonly commune: string;
  readonly domaine: string;
  readonly contact: { readonly prenom: string; readonly nom: string };
  readonly caisse: string;
}

const company = (
  eight: string, denomination: string, ape: string, idcc: string, effectif: number, type: string,
  numero: string, voie: string, codePostal: string, commune: string, domaine: string, prenom: string, nom: string,
): Company => ({
  denomination, siret: siretFrom(eight), ape, idcc, effectif, type, numero, voie, codePostal, commune, domaine,
  contact: { prenom, nom }, caisse: "Malakoff Humanis Agirc-Arrco",
});

export const companies: readonly Company[] = [
  company("81234567", "Calanques Ingénierie", "7112B", "1486", 64, "12", "12", "quai du Lazaret", "13002", "Marseille", "calanques-ingenierie.example", "Sylvie", "Roumieu"),
  company("82345671", "Mistral Numérique", "6201Z", "1486", 138, "12", "4", "avenue Robert-Schuman", "13002", "Marseille", "mistral-numerique.example", "Olivier", "Santoni"),
  company("83456712", "Garrigue & Fils", "4711D", "2216", 27, "12", "88", "boulevard National", "13003", "Marseille", "garrigue-et-fils.example", "Nadia", "Benhaddou"),
  company("84567123", "Société Provençale d’Assainissement", "3700Z", "2147", 310, "12", "1", "rue de l’Huveaune", "13400", "Aubagne", "spa-assainissement.example", "Patrick", "Giraudo"),
  company("85671234", "Port-Miou Logistique", "5229B", "0016", 205, "12", "7", "chemin du Littoral", "13015", "Marseille", "portmiou-logistique.example", "Aurélie", "Colonna"),
  company("86712345", "Lavande Assurances", "6622Z", "2247", 45, "12", "30", "cours Sextius", "13100", "Aix-en-Provence", "lavande-assurances.example", "Christine", "Daumas"),
  company("87123456", "Azur Biotech", "7211Z", "0176", 92, "12", "250", "route des Lucioles", "06560", "Valbonne", "azur-biotech.example", "Marc", "Ferrandi"),
  company("88213456", "Les Comptables de la Durance", "6920Z", "0787", 18, "12", "15", "place Carnot", "84000", "Avignon", "comptables-durance.example", "Hélène", "Moutet"),
  company("89321456", "Faron Énergies", "4321A", "1597", 73, "11", "61", "avenue de l’Infanterie-de-Marine", "83000", "Toulon", "faron-energies.example", "Denis", "Arnoux"),
  company("90432156", "Hôtels de la Corniche", "5510Z", "1979", 56, "12", "3", "corniche Kennedy", "13007", "Marseille", "hotels-corniche.example", "Sandrine", "Vial"),
];
