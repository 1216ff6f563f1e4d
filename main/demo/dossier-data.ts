import type { Formation } from "../../shared/api/models.ts";
import { addDays, addYears } from "../../shared/dossier/calendar.ts";
import type { Contrat, Value } from "../../shared/dossier/kernel.ts";
import { companies } from "./companies.ts";
import { slug } from "./formations.ts";
import { nirFrom } from "./identifiers.ts";
import { communes, naissances, noms, prenomsF, prenomsM, voies } from "./people.ts";
import type { Random } from "./random.ts";

export type Data = Readonly<Record<string, Value>>;

export interface Person {
  readonly sexe: "M" | "F";
  readonly nom: string;
  readonly prenom: string;
  readonly naissance: string;
  readonly courriel: string;
}

/** An invented learner aged 18 to 27 at the start of the formation. */
export const inventPerson = (random: Random, rentree: string, index: number): Person => {
  const sexe = random.next() < 0.5 ? "F" : "M";
  const prenom = random.pick(sexe === "F" ? prenomsF : prenomsM);
  const nom = random.pick(noms);
  const naissance = addDays(addYears(rentree, -random.int(19, 27)), random.int(1, 360));
  return {
    sexe,
    nom,
    prenom,
    naissance,
    courriel: `${slug(prenom)}.${slug(nom)}${index}@etu-mediterranee.example`,
  };
};

/** Données de base of an invented dossier: person, company, contact, dates of the formation. */
export const baseData = (random: Random, person: Person, formation: Formation): Data => {
  const company = random.pick(companies);
  return {
    apprentiNomNaissance: person.nom,
    apprentiPrenom: person.prenom,
    apprentiCourriel: person.courriel,
    employeurSiret: company.siret,
    contactEntrepriseNom: company.contact.nom,
    contactEntreprisePrenom: company.contact.prenom,
    contactEntrepriseCourriel: `${slug(company.contact.prenom)}.${slug(company.contact.nom)}@${company.domaine}`,
    dateDebutExecution: formation.dateDebut,
    dateFinContrat: formation.dateFin,
  };
};

const phone = (random: Random): string => `+3349${random.int(1000000, 9999999)}`;
const address = (random: Random, prefix: string): Data => {
  const town = random.pick(communes);
  return {
    [`${prefix}AdresseNumero`]: String(random.int(1, 180)),
    [`${prefix}AdresseVoie`]: random.pick(voies),
    [`${prefix}AdresseCodePostal`]: town.codePostal,
    [`${prefix}AdresseCommune`]: town.commune,
  };
};

const learner = (random: Random, person: Person, index: number): Data => {
  const birth = random.pick(naissances);
  return {
    apprentiNir: nirFrom(person.sexe, person.naissance, birth.departement, index + 1),
    apprentiDateNaissance: person.naissance,
    apprentiSexe: person.sexe,
    apprentiDepartementNaissance: birth.departement,
    apprentiCommuneNaissance: birth.commune,
    apprentiTelephone: `+336${random.int(10000000, 99999999)}`,
    apprentiRqth: "non",
    apprentiEquivalenceJeunes: "non",
    apprentiExtensionBoe: "non",
    ...address(random, "apprenti"),
  };
};

const employer = (random: Random, data: Data): Data => {
  const company = companies.find((candidate) => candidate.siret === data.employeurSiret) ?? companies[0];
  if (!company) return {};
  return {
    employeurDenomination: company.denomination,
    employeurAdresseNumero: company.numero,
    employeurAdresseVoie: company.voie,
    employeurAdresseCodePostal: company.codePostal,
    employeurAdresseCommune: company.commune,
    employeurTelephone: phone(random),
    employeurCourriel: `contact@${company.domaine}`,
    employeurCodeApe: company.ape,
    employeurEffectif: company.effectif,
    employeurIdcc: company.idcc,
    caisseRetraite: company.caisse,
    secteurEmployeur: "prive",
    typeEmployeur: company.type,
    employeurSpecifique: "0",
  };
};

const adult = (random: Random, rentree: string): string =>
  addDays(addYears(rentree, -random.int(32, 58)), random.int(0, 364));

/** Everything a contract asks beyond Données de base and the pay, which Cactus proposes; legally coherent. */
export const fullData = (
  random: Random,
  person: Person,
  formation: Formation,
  base: Data,
  contrat: Contrat,
  index: number,
): Data => {
  const debut = String(base.dateDebutExecution);
  const nom = random.pick(noms);
  const prenom = random.pick([...prenomsF, ...prenomsM]);
  const domaine = String(base.contactEntrepriseCourriel).split("@")[1] ?? "exemple.example";
  const conclusion = addDays(debut, -random.int(5, 25));
  const common: Data = {
    ...learner(random, person, index),
    ...employer(random, base),
    dateConclusion: conclusion,
    dureeHebdoHeures: 35,
    dureeHebdoMinutes: 0,
    faitA: String(employer(random, base).employeurAdresseCommune ?? "Marseille"),
    missionIntitule: `Chargé(e) de projet – ${formation.titre}`.slice(0, 120),
    missionDescription:
      "Participer aux projets de l’équipe, préparer les dossiers techniques, suivre les indicateurs et rendre compte au maître d’apprentissage.",
  };
  if (contrat === "professionnalisation")
    return {
      ...common,
      particulierEmployeur: "non",
      // From 26 on the contract is for job seekers (L6325-1 2°); younger ones often are as well.
      salarieInscritFranceTravail: "oui",
      salarieNumeroFranceTravail: `${1_000_000 + index}A`,
      salarieDureeInscriptionMois: random.int(1, 9),
      salarieSituationAvantContrat: "1",
      salarieDiplomePlusEleve: "24",
      tuteurNom: nom,
      tuteurPrenom: prenom,
      tuteurEmploi: "Responsable de service",
      tuteurDateNaissance: adult(random, debut),
      attestationEligibiliteTuteur: true,
      natureContrat: "CDD",
      typeContrat: "11",
      emploiOccupe: "Chargé d’études",
      classificationEmploi: "ETAM",
      classificationNiveau: "2.1",
      classificationCoefficient: "275",
      periodeEssaiJours: 30,
      salaireBrutMensuel: 2_050_00,
    };
  return {
    ...common,
    modeContractuel: "1",
    apprentiNationalite: "1",
    apprentiRegimeSocial: "2",
    apprentiSportifHautNiveau: "non",
    apprentiProjetCreationReprise: "non",
    apprentiSituationAvantContrat: "3",
    apprentiDernierDiplomePrepare: "63",
    apprentiDerniereClasse: "01",
    apprentiIntituleDernierDiplome: "Licence générale",
    apprentiDiplomePlusEleve: "63",
    maitre1Nom: nom,
    maitre1Prenom: prenom,
    maitre1DateNaissance: adult(random, debut),
    maitre1Courriel: `${slug(prenom)}.${slug(nom)}@${domaine}`,
    maitre1Emploi: "Responsable de service",
    maitre1Diplome: "Master",
    maitre1NiveauDiplome: "7",
    maitre1ExperienceAnnees: random.int(3, 20),
    maitre1ConditionCompetence: "1",
    attestationEligibiliteMaitre: true,
    typeContratOuAvenant: "11",
    dateDebutFormationPratique: debut,
    travailMachinesDangereuses: "non",
    attestationPieces: true,
  };
};
