import type { Cfa, Formation } from "../../shared/api/models.ts";
import type { FieldIssue } from "../../shared/catalogues/errors.ts";
import { defaultData, fieldById, tidyValue } from "../../shared/dossier/index.ts";
import type { Contrat, DossierData, FormVersion, Value } from "../../shared/dossier/kernel.ts";
import { varianteOf } from "./view.ts";

/**
 * What the CFA and its formations hold enters a dossier as everything else does, through the schema’s formats. A value
 * they cannot hold is left out: the field is then green, and somebody types it.
 */
const entry =
  (form: FormVersion) =>
  (into: Record<string, Value>, id: string, value: Value | undefined): void => {
    const tidied = tidyValue(fieldById(id), value, form);
    if (tidied.ok && tidied.value !== undefined) into[id] = tidied.value;
  };

/** What the CFA and the formation already know of a contract: nobody types it again (section « La formation »). */
export const formationData = (
  cfa: Cfa,
  formation: Formation,
  varianteId: string | undefined,
  contrat: Contrat,
  form: FormVersion,
): DossierData => {
  const put = entry(form);
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

/** Who a new dossier is for: as typed or pasted, before any format. */
export interface Invitee {
  readonly courriel: string;
  readonly nom?: string;
  readonly prenom?: string;
}
const inviteeFields = {
  courriel: "apprentiCourriel",
  nom: "apprentiNomNaissance",
  prenom: "apprentiPrenom",
} as const;

/** The same through the schema’s formats; each value that the civil status cannot hold is named with its remedy. */
export const tidyInvitee = (
  person: Invitee,
  form: FormVersion,
): { data: DossierData; issues: FieldIssue[] } => {
  const data: Record<string, Value> = {};
  const issues: FieldIssue[] = [];
  for (const [key, id] of Object.entries(inviteeFields) as [keyof Invitee, string][]) {
    const tidied = tidyValue(fieldById(id), person[key], form);
    if (!tidied.ok) issues.push({ champ: key, message: tidied.message });
    else if (tidied.value !== undefined) data[id] = tidied.value;
  }
  return { data, issues };
};

/** The data a new dossier starts with: its contract, what the CFA and the formation know, who it is for. */
export const initialData = (
  cfa: Cfa,
  formation: Formation,
  varianteId: string | undefined,
  contrat: Contrat,
  invitee: DossierData,
  form: FormVersion,
): DossierData => ({
  ...defaultData({ contrat }),
  ...formationData(cfa, formation, varianteId, contrat, form),
  ...invitee,
});
