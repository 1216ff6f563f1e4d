/** Invented people: first names and family names combined at random. */
export const prenomsF = ["Léa", "Manon", "Inès", "Chloé", "Camille", "Sarah", "Jade", "Zoé", "Anaïs", "Maëlys", "Noémie", "Clémence", "Yasmine", "Éloïse", "Louna", "Assia", "Salomé", "Océane"] as const;
export const prenomsM = ["Hugo", "Lucas", "Nathan", "Théo", "Enzo", "Mathis", "Rayan", "Tom", "Gabriel", "Noé", "Karim", "Maxime", "Adrien", "Loïc", "Yanis", "Bastien", "Côme", "Raphaël"] as const;
export const noms = ["Barberis", "Castellan", "D’Orsetti", "Faubert", "Gallician", "Imbert-Roux", "Jauffret", "Lantelme", "Mazaudier", "Nicoletta", "Olivari", "Pastorel", "Quinson", "Rambaldi", "Sauvaire", "Tramoni", "Vacherin", "Ybarra", "Aubagnet", "Belkadi", "Corsetti", "Djebali", "Escallier", "Ferracci", "Garcin", "Hadjali", "Isnardon", "Le Guennec", "Martelly", "Nguyen-Van", "Ould-Amara", "Peyrefitte", "Roubaud", "Sanchez-Moreau", "Toussaint", "Zeitoun"] as const;
export const voies = ["rue de la République", "avenue du Prado", "boulevard Longchamp", "cours Mirabeau", "rue Paradis", "chemin des Accates", "allée des Pins", "impasse des Cigales", "rue d’Antibes", "traverse de la Gaye"] as const;
export const communes = [
  { codePostal: "13001", commune: "Marseille" },
  { codePostal: "13006", commune: "Marseille" },
  { codePostal: "13100", commune: "Aix-en-Provence" },
  { codePostal: "83000", commune: "Toulon" },
  { codePostal: "06000", commune: "Nice" },
  { codePostal: "84000", commune: "Avignon" },
  { codePostal: "13400", commune: "Aubagne" },
  { codePostal: "06250", commune: "Mougins" },
  { codePostal: "05000", commune: "Gap" },
  { codePostal: "13500", commune: "Martigues" },
] as const;
export const naissances = [
  { departement: "13", commune: "Marseille" },
  { departement: "83", commune: "Toulon" },
  { departement: "06", commune: "Nice" },
  { departement: "84", commune: "Avignon" },
  { departement: "69", commune: "Lyon" },
  { departement: "34", commune: "Montpellier" },
] as const;
