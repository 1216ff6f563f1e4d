import type { Cfa, Formation } from "../../shared/api/models.ts";
import { defaultData } from "../../shared/dossier/index.ts";
import type { Contrat, DossierData, Value } from "../../shared/dossier/kernel.ts";
import { varianteOf } from "./view.ts";

const put = (into: Record<string, Value>, id: string, value: Value | undefined): void => {
  if (value !== undefined && value !== "") into[id] = value;
};

/** What the CFA and the formation already know of a contract: nobody types it again (section « La formation »). */
export const formationData = (
  cfa: Cfa,
  formation: Formation,
  varianteId: string | undefined,
  contrat: Contrat,
): DossierData => {
  const variante = varianteOf(formation, varianteId);
  const out: Record<string, Value> = {};
  put(out, "codeRncp", formation.rncp);
  put(out, "dateFinEpreuves", formation.dateFinEpreuves ?? variante?.dateFin ?? formation.dateFin);
  put(out, "niveauRncp", String(formation.niveau));
  if (contrat === "apprentissage") {
    put(out, "cfaEntreprise", cfa.cfaEntreprise);
    put(out, "cfaDenomination", cfa.denomination);
    put(out, "cfaUai", cfa.uai);
    put(out, "cfaSiret", cfa.siret);
    put(out, "cfaAdresseNumero", cfa.adresse.numero);
    put(out, "cfaAdresseVoie", cfa.adresse.voie);
    put(out, "cfaAdresseComplement", cfa.adresse.complement);
    put(out, "cfaAdresseCodePostal", cfa.adresse.codePostal);
    put(out, "cfaAdresseCommune", cfa.adresse.commune);
    put(out, "diplomeVise", formation.diplome);
    put(out, "intituleDiplomeVise", formation.intituleDiplome);
    put(out, "codeDiplome", formation.codeDiplome);
    put(out, "dateDebutFormationCfa", variante?.dateDebut ?? formation.dateDebut);
    put(out, "dureeFormationHeures", variante?.heures ?? formation.heures);
    put(out, "dureeDistanceHeures", formation.heuresDistance);
    if (formation.lieu.estCfa) put(out, "cfaEstLieuPrincipal", true);
    else {
      put(out, "lieuFormationDenomination", formation.lieu.denomination);
      put(out, "lieuFormationUai", formation.lieu.uai);
      put(out, "lieuFormationSiret", formation.lieu.siret);
      put(out, "lieuFormationAdresseNumero", formation.lieu.adresse?.numero);
      put(out, "lieuFormationAdresseVoie", formation.lieu.adresse?.voie);
      put(out, "lieuFormationAdresseComplement", formation.lieu.adresse?.complement);
      put(out, "lieuFormationAdresseCodePostal", formation.lieu.adresse?.codePostal);
      put(out, "lieuFormationAdresseCommune", formation.lieu.adresse?.commune);
    }
  } else {
    put(out, "organismeDenomination", cfa.denomination);
    put(out, "organismeSiret", cfa.siret);
    put(out, "organismeNumeroDeclaration", cfa.numeroDeclaration);
    put(out, "formationInterne", "non");
    put(out, "nombreOrganismes", 1);
    put(out, "diplomeVisePro", formation.diplomePro);
    put(out, "intituleDiplomeVise", formation.intituleDiplome);
    put(out, "specialiteFormation", formation.specialiteNsf);
    put(out, "typeQualification", "1");
    put(out, "dureeTotaleHeures", variante?.heures ?? formation.heures);
    put(out, "dureeEnseignementsHeures", variante?.heures ?? formation.heures);
    put(out, "dateDebutFormationCfa", variante?.dateDebut ?? formation.dateDebut);
  }
  return out;
};

/** The data a new dossier starts with. */
export const initialData = (
  cfa: Cfa,
  formation: Formation,
  varianteId: string | undefined,
  contrat: Contrat,
  person: { courriel: string; nom?: string; prenom?: string },
): DossierData => {
  const out: Record<string, Value> = { ...(defaultData({ contrat }) as Record<string, Value>) };
  Object.assign(out, formationData(cfa, formation, varianteId, contrat));
  put(out, "apprentiCourriel", person.courriel);
  put(out, "apprentiNomNaissance", person.nom);
  put(out, "apprentiPrenom", person.prenom);
  return out;
};
