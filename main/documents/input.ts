import type { Instantane, Tx } from "../../db/ports.ts";
import type { Cfa, Economie, Formation } from "../../shared/api/models.ts";
import { todayInParis } from "../../shared/dossier/calendar.ts";
import { currentForm } from "../../shared/dossier/index.ts";
import type { DocumentInput } from "../../templates/pdf/types.ts";
import type { OpenDossier } from "../dossier/open.ts";
import { varianteOf } from "../dossier/view.ts";

const logoOf = async (tx: Tx, cfa: Cfa): Promise<Uint8Array | undefined> =>
  cfa.logoId ? (await tx.fichiers.get(cfa.logoId))?.contenu : undefined;

/** Data that Cactus draws; a piece supplied as a PDF is served as it is. */
const dataOf = <D>(piece: { mode: "absent" | "fichier" } | { mode: "donnees"; donnees: D }): D | undefined =>
  piece.mode === "donnees" ? piece.donnees : undefined;

const formationInput = (formation: Formation, varianteId?: string): DocumentInput["formation"] => {
  const variante = varianteOf(formation, varianteId);
  return {
    titre: formation.titre,
    code: variante?.code ?? formation.code,
    variante: variante?.libelle,
    diplome: formation.diplome,
    intituleDiplome: formation.intituleDiplome,
    niveau: formation.niveau,
    codeDiplome: formation.codeDiplome,
    rncp: formation.rncp,
    dateDebut: variante?.dateDebut ?? formation.dateDebut,
    dateFin: variante?.dateFin ?? formation.dateFin,
    dateFinEpreuves: formation.dateFinEpreuves,
    heures: variante?.heures ?? formation.heures,
    heuresDistance: formation.heuresDistance,
    lieu: formation.lieu,
    responsable: formation.responsable,
    calendrier: dataOf(formation.calendrier),
    programme: dataOf(formation.programme),
  };
};

/** The formation alone, for the preview of one of its pieces. */
export const formationOnlyInput = async (
  tx: Tx,
  cfa: Cfa,
  formation: Formation,
  now: Date,
): Promise<DocumentInput> => ({
  reference: formation.code,
  empreinte: "",
  figeLe: formation.modifieLe,
  contrat: "apprentissage",
  form: currentForm("apprentissage", todayInParis(now)),
  data: {},
  cfa: { ...cfa, logo: await logoOf(tx, cfa) },
  formation: formationInput(formation),
});

/**
 * What the documents are drawn from: the frozen snapshot, whatever changed since (G21), with the economic
 * elements as validated. Before freezing, only the formation’s pieces exist, drawn from the formation.
 */
export const documentInput = async (
  tx: Tx,
  { dossier, formation, form }: Pick<OpenDossier, "dossier" | "formation" | "form">,
  frozen: Instantane | undefined,
  cfa: Cfa,
): Promise<DocumentInput> => {
  const source = frozen?.contenu;
  const institution = source?.cfa ?? cfa;
  const economie = frozen ? await tx.economies.get(dossier.id) : undefined;
  return {
    reference: dossier.reference,
    empreinte: frozen?.empreinte ?? "",
    figeLe: frozen?.figeLe ?? formation.modifieLe,
    contrat: source?.contrat ?? dossier.contrat,
    form: frozen?.form ?? form,
    data: source?.data ?? dossier.data,
    cfa: { ...institution, logo: await logoOf(tx, institution) },
    formation: formationInput(source?.formation ?? formation, source?.varianteId ?? dossier.varianteId),
    ...(economie?.etat === "validee" ? { economie: economieInput(economie) } : {}),
  };
};

const economieInput = (economie: Economie): NonNullable<DocumentInput["economie"]> => ({
  annees: economie.annees ?? [],
  frais: economie.frais,
  majorationRqthCentimes: economie.majorationRqthCentimes,
  remarque: economie.remarque,
  valideLe: economie.valideLe,
  validePar: economie.validePar,
});
