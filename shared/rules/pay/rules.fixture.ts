/** What the pay rules are tried on, from the builder: 23 years old, 53 then 61 % of the SMIC, 989,53 €, from 1 September 2026 to 31 August 2028. */
export const split = {
  apprentiDateNaissance: "2006-01-20",
  remunerationA1P1Au: "2027-01-31",
  remunerationA1P1Pourcentage: 43,
  remunerationA1P2Du: "2027-02-01",
  remunerationA1P2Au: "2027-08-31",
  remunerationA1P2Pourcentage: 53,
  remunerationA1P2Base: "SMIC",
};
export const none = Object.fromEntries(
  [1, 2].flatMap((annee) =>
    ["Du", "Au", "Pourcentage", "Base"].map((part) => [`remunerationA${annee}P1${part}`, undefined]),
  ),
);
export const oneYear = {
  dateFinContrat: "2027-08-31",
  remunerationA2P1Du: undefined,
  remunerationA2P1Au: undefined,
  remunerationA2P1Pourcentage: undefined,
  remunerationA2P1Base: undefined,
};
