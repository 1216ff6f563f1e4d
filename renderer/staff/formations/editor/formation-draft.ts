import type { Formation, Variante } from "../../../../shared/api/models.ts";
import { type AdresseDraft, emptyAdresse } from "../../common/adresse-fields.tsx";
import { dateInput, eurosInput } from "../../common/french.ts";

/** The formation as it is typed: strings, so that nothing half-written is lost. */
export interface PeriodeDraft {
  du: string;
  au: string;
  type: "centre" | "entreprise" | "examen" | "conges";
  libelle: string;
}
export interface ModuleDraft {
  titre: string;
  heures: string;
  contenu: string;
}
export type PieceMode = "absent" | "fichier" | "donnees";
interface FichierDraft {
  fichierId: string;
  nom: string;
}
export interface CalendrierDraft {
  mode: PieceMode;
  fichier: FichierDraft | null;
  periodes: PeriodeDraft[];
  commentaire: string;
}
export interface ProgrammeDraft {
  mode: PieceMode;
  fichier: FichierDraft | null;
  objectifs: string;
  prerequis: string;
  modules: ModuleDraft[];
  modalites: string;
  evaluation: string;
  accessibilite: string;
}
export interface VarianteDraft {
  id: string;
  libelle: string;
  code: string;
  ouvert: boolean;
  ouvertDu: string;
  ouvertAu: string;
  inscriptionsMax: string;
  dateDebut: string;
  dateFin: string;
  heures: string;
}
export interface FormationDraft {
  titre: string;
  diplome: string;
  diplomePro: string;
  niveau: string;
  intituleDiplome: string;
  licencePro: boolean;
  codeDiplome: string;
  rncp: string;
  specialiteNsf: string;
  dateDebut: string;
  dateFin: string;
  dateFinEpreuves: string;
  heures: string;
  heuresDistance: string;
  lieu: { estCfa: boolean; denomination: string; uai: string; siret: string; adresse: AdresseDraft };
  responsable: { nom: string; courriel: string };
  code: string;
  codeOuvert: boolean;
  codeOuvertDu: string;
  codeOuvertAu: string;
  codeInscriptionsMax: string;
  variantes: VarianteDraft[];
  modeValidation: "formation" | "immediate";
  mission: "masquee" | "facultative" | "obligatoire";
  calendrier: CalendrierDraft;
  programme: ProgrammeDraft;
  coutAnnuel: string;
  npec: string;
}

const emptyCalendrier: CalendrierDraft = { mode: "absent", fichier: null, periodes: [], commentaire: "" };
const emptyProgramme: ProgrammeDraft = {
  mode: "absent",
  fichier: null,
  objectifs: "",
  prerequis: "",
  modules: [],
  modalites: "",
  evaluation: "",
  accessibilite: "",
};
export const emptyPeriode: PeriodeDraft = { du: "", au: "", type: "centre", libelle: "" };
export const emptyModule: ModuleDraft = { titre: "", heures: "", contenu: "" };
export const emptyVariante: VarianteDraft = {
  id: "",
  libelle: "",
  code: "",
  ouvert: true,
  ouvertDu: "",
  ouvertAu: "",
  inscriptionsMax: "",
  dateDebut: "",
  dateFin: "",
  heures: "",
};
export const emptyFormation: FormationDraft = {
  titre: "",
  diplome: "",
  diplomePro: "",
  niveau: "",
  intituleDiplome: "",
  licencePro: false,
  codeDiplome: "",
  rncp: "",
  specialiteNsf: "",
  dateDebut: "",
  dateFin: "",
  dateFinEpreuves: "",
  heures: "",
  heuresDistance: "0",
  lieu: { estCfa: true, denomination: "", uai: "", siret: "", adresse: emptyAdresse },
  responsable: { nom: "", courriel: "" },
  code: "",
  codeOuvert: true,
  codeOuvertDu: "",
  codeOuvertAu: "",
  codeInscriptionsMax: "",
  variantes: [],
  modeValidation: "formation",
  mission: "facultative",
  calendrier: emptyCalendrier,
  programme: emptyProgramme,
  coutAnnuel: "",
  npec: "",
};

const num = (value: number | undefined): string =>
  value === undefined ? "" : String(value).replace(".", ",");

const toCalendrier = (piece: Formation["calendrier"]): CalendrierDraft =>
  piece.mode === "donnees"
    ? {
        mode: "donnees",
        fichier: null,
        periodes: piece.donnees.periodes.map((one) => ({
          du: dateInput(one.du),
          au: dateInput(one.au),
          type: one.type,
          libelle: one.libelle ?? "",
        })),
        commentaire: piece.donnees.commentaire ?? "",
      }
    : piece.mode === "fichier"
      ? { ...emptyCalendrier, mode: "fichier", fichier: { fichierId: piece.fichierId, nom: piece.nom } }
      : emptyCalendrier;

const toProgramme = (piece: Formation["programme"]): ProgrammeDraft =>
  piece.mode === "donnees"
    ? {
        mode: "donnees",
        fichier: null,
        objectifs: piece.donnees.objectifs ?? "",
        prerequis: piece.donnees.prerequis ?? "",
        modules: piece.donnees.modules.map((one) => ({
          titre: one.titre,
          heures: num(one.heures),
          contenu: one.contenu ?? "",
        })),
        modalites: piece.donnees.modalites ?? "",
        evaluation: piece.donnees.evaluation ?? "",
        accessibilite: piece.donnees.accessibilite ?? "",
      }
    : piece.mode === "fichier"
      ? { ...emptyProgramme, mode: "fichier", fichier: { fichierId: piece.fichierId, nom: piece.nom } }
      : emptyProgramme;

const toVariante = (one: Variante): VarianteDraft => ({
  id: one.id ?? "",
  libelle: one.libelle,
  code: one.code,
  ouvert: one.ouvert,
  ouvertDu: dateInput(one.ouvertDu),
  ouvertAu: dateInput(one.ouvertAu),
  inscriptionsMax: num(one.inscriptionsMax),
  dateDebut: dateInput(one.dateDebut),
  dateFin: dateInput(one.dateFin),
  heures: num(one.heures),
});

export const toFormationDraft = (one: Formation): FormationDraft => ({
  titre: one.titre,
  diplome: one.diplome,
  diplomePro: one.diplomePro ?? "",
  niveau: String(one.niveau),
  intituleDiplome: one.intituleDiplome,
  licencePro: one.licencePro,
  codeDiplome: one.codeDiplome,
  rncp: one.rncp,
  specialiteNsf: one.specialiteNsf ?? "",
  dateDebut: dateInput(one.dateDebut),
  dateFin: dateInput(one.dateFin),
  dateFinEpreuves: dateInput(one.dateFinEpreuves),
  heures: num(one.heures),
  heuresDistance: num(one.heuresDistance),
  lieu: {
    estCfa: one.lieu.estCfa,
    denomination: one.lieu.denomination ?? "",
    uai: one.lieu.uai ?? "",
    siret: one.lieu.siret ?? "",
    adresse: one.lieu.adresse
      ? {
          ...one.lieu.adresse,
          numero: one.lieu.adresse.numero ?? "",
          complement: one.lieu.adresse.complement ?? "",
        }
      : emptyAdresse,
  },
  responsable: { ...one.responsable },
  code: one.code,
  codeOuvert: one.codeOuvert,
  codeOuvertDu: dateInput(one.codeOuvertDu),
  codeOuvertAu: dateInput(one.codeOuvertAu),
  codeInscriptionsMax: num(one.codeInscriptionsMax),
  variantes: one.variantes.map(toVariante),
  modeValidation: one.modeValidation,
  mission: one.mission,
  calendrier: toCalendrier(one.calendrier),
  programme: toProgramme(one.programme),
  coutAnnuel: eurosInput(one.coutAnnuelCentimes),
  npec: eurosInput(one.npecCentimes),
});
