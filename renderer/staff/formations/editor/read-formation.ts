import type { FormationSaisie, Variante } from "../../../../shared/api/models.ts";
import {
  type Tidied,
  tidyCodeDiplome,
  tidyEmail,
  tidyRncp,
  tidySiret,
  tidyUai,
} from "../../../../shared/dossier/formats/index.ts";
import { readAdresse } from "../../cfa/cfa-draft.ts";
import type { Issue } from "../../common/issues.ts";
import { DraftReader, orUndefined } from "../../common/read-draft.ts";
import type { CalendrierDraft, FormationDraft, ProgrammeDraft, VarianteDraft } from "./formation-draft.ts";

/** « f 724-2 » → « F724-2 » (G5). */
export const tidyCodeAcces = (raw: string): Tidied<string> => {
  const code = raw.replace(/\s/g, "").toUpperCase();
  return /^F\d{2,3}(-\d)?$/.test(code)
    ? { ok: true, value: code }
    : {
        ok: false,
        message:
          "Le code d’accès s’écrit F suivi de 2 ou 3 chiffres, parfois d’un tiret et d’un chiffre (F724-2).",
      };
};

const heures = { min: 1, max: 9999, unit: "heures" };
const inscriptions = { min: 1, max: 9999 };

const readVariante = (reader: DraftReader, one: VarianteDraft, index: number): Variante => {
  const at = (key: string) => `variantes.${index}.${key}`;
  return {
    id: orUndefined(one.id),
    libelle: reader.text(at("libelle"), one.libelle, "Nommez la variante (« 2e année seulement »)."),
    code: reader.required(at("code"), one.code, "", "Donnez son code d’accès à la variante.", tidyCodeAcces),
    ouvert: one.ouvert,
    ouvertDu: reader.optionalDate(at("ouvertDu"), one.ouvertDu),
    ouvertAu: reader.optionalDate(at("ouvertAu"), one.ouvertAu),
    inscriptionsMax: reader.integer(at("inscriptionsMax"), one.inscriptionsMax, inscriptions),
    dateDebut: reader.optionalDate(at("dateDebut"), one.dateDebut),
    dateFin: reader.optionalDate(at("dateFin"), one.dateFin),
    heures: reader.integer(at("heures"), one.heures, heures),
  };
};

const readCalendrier = (reader: DraftReader, one: CalendrierDraft): FormationSaisie["calendrier"] => {
  if (one.mode === "fichier") {
    if (one.fichier) return { mode: "fichier", ...one.fichier };
    reader.refuse("calendrier", "Choisissez le fichier PDF du calendrier, ou une autre façon de le fournir.");
  }
  if (one.mode !== "donnees") return { mode: "absent" };
  if (one.periodes.length === 0)
    reader.refuse("calendrier", "Ajoutez au moins une période au calendrier, ou choisissez « Pas encore ».");
  return {
    mode: "donnees",
    donnees: {
      periodes: one.periodes.map((period, index) => {
        const at = `calendrier.periodes.${index}`;
        const du = reader.date(`${at}.du`, period.du, "Indiquez le premier jour de la période.");
        const au = reader.date(`${at}.au`, period.au, "Indiquez le dernier jour de la période.");
        if (period.du !== "" && period.au !== "" && au < du)
          reader.refuse(`${at}.au`, "La période finit avant de commencer : corrigez l’une des deux dates.");
        return { du, au, type: period.type, libelle: orUndefined(period.libelle) };
      }),
      commentaire: orUndefined(one.commentaire),
    },
  };
};

/** « 12 », « 12,5 » hours of a module. */
const tidyHours = (raw: string): Tidied<number> => {
  const value = Number(raw.replace(/\s|h$/g, "").replace(",", "."));
  return Number.isFinite(value) && value >= 0 && value <= 2000
    ? { ok: true, value }
    : { ok: false, message: "Un nombre d’heures est attendu, de 0 à 2000, par exemple 12 ou 12,5." };
};

const readProgramme = (reader: DraftReader, one: ProgrammeDraft): FormationSaisie["programme"] => {
  if (one.mode === "fichier") {
    if (one.fichier) return { mode: "fichier", ...one.fichier };
    reader.refuse("programme", "Choisissez le fichier PDF du programme, ou une autre façon de le fournir.");
  }
  if (one.mode !== "donnees") return { mode: "absent" };
  if (one.modules.length === 0 && one.objectifs.trim() === "")
    reader.refuse("programme", "Indiquez les objectifs ou au moins un module, ou choisissez « Pas encore ».");
  return {
    mode: "donnees",
    donnees: {
      objectifs: orUndefined(one.objectifs),
      prerequis: orUndefined(one.prerequis),
      modules: one.modules.map((module, index) => ({
        titre: reader.text(`programme.modules.${index}.titre`, module.titre, "Donnez un titre au module."),
        heures: reader.optional(`programme.modules.${index}.heures`, module.heures, tidyHours),
        contenu: orUndefined(module.contenu),
      })),
      modalites: orUndefined(one.modalites),
      evaluation: orUndefined(one.evaluation),
      accessibilite: orUndefined(one.accessibilite),
    },
  };
};

/** What is sent, and what is to correct before it can be. */
export const readFormation = (
  draft: FormationDraft,
): { readonly saisie: FormationSaisie; readonly issues: readonly Issue[] } => {
  const reader = new DraftReader();
  const saisie: FormationSaisie = {
    titre: reader.text("titre", draft.titre, "Donnez un titre à la formation."),
    diplome: reader.text("diplome", draft.diplome, "Choisissez le diplôme visé dans la liste."),
    diplomePro: orUndefined(draft.diplomePro),
    niveau: Number(reader.required("niveau", draft.niveau, "6", "Choisissez le niveau du diplôme.")),
    intituleDiplome: reader.text(
      "intituleDiplome",
      draft.intituleDiplome,
      "Indiquez l’intitulé précis du diplôme, tel qu’il s’imprime sur le CERFA.",
    ),
    licencePro: draft.licencePro,
    codeDiplome: reader.required(
      "codeDiplome",
      draft.codeDiplome,
      "",
      "Indiquez le code diplôme : 8 caractères.",
      tidyCodeDiplome,
    ),
    rncp: reader.required("rncp", draft.rncp, "", "Indiquez le code RNCP, par exemple RNCP34567.", tidyRncp),
    specialiteNsf: orUndefined(draft.specialiteNsf),
    dateDebut: reader.date("dateDebut", draft.dateDebut, "Indiquez le premier jour de la formation."),
    dateFin: reader.date("dateFin", draft.dateFin, "Indiquez le dernier jour de la formation."),
    dateFinEpreuves: reader.optionalDate("dateFinEpreuves", draft.dateFinEpreuves),
    heures: reader.integer("heures", draft.heures, heures) ?? 1,
    heuresDistance: reader.integer("heuresDistance", draft.heuresDistance, { ...heures, min: 0 }) ?? 0,
    lieu: draft.lieu.estCfa
      ? { estCfa: true }
      : {
          estCfa: false,
          denomination: reader.text(
            "lieu.denomination",
            draft.lieu.denomination,
            "Nommez le lieu principal de formation.",
          ),
          uai: reader.optional("lieu.uai", draft.lieu.uai, tidyUai),
          siret: reader.optional("lieu.siret", draft.lieu.siret, tidySiret),
          adresse: readAdresse(reader, "lieu.adresse", draft.lieu.adresse),
        },
    responsable: {
      nom: reader.text(
        "responsable.nom",
        draft.responsable.nom,
        "Indiquez le nom du responsable de formation.",
      ),
      courriel: reader.required(
        "responsable.courriel",
        draft.responsable.courriel,
        "",
        "Indiquez son courriel : il reçoit les demandes de validation.",
        tidyEmail,
      ),
    },
    code: reader.required("code", draft.code, "", "Donnez son code d’accès à la formation.", tidyCodeAcces),
    codeOuvert: draft.codeOuvert,
    codeOuvertDu: reader.optionalDate("codeOuvertDu", draft.codeOuvertDu),
    codeOuvertAu: reader.optionalDate("codeOuvertAu", draft.codeOuvertAu),
    codeInscriptionsMax: reader.integer("codeInscriptionsMax", draft.codeInscriptionsMax, inscriptions),
    variantes: draft.variantes.map((one, index) => readVariante(reader, one, index)),
    modeValidation: draft.modeValidation,
    mission: draft.mission,
    calendrier: readCalendrier(reader, draft.calendrier),
    programme: readProgramme(reader, draft.programme),
    coutAnnuelCentimes: reader.cents("coutAnnuelCentimes", draft.coutAnnuel),
    npecCentimes: reader.cents("npecCentimes", draft.npec),
  };
  if (draft.heures.trim() === "") reader.refuse("heures", "Indiquez la durée de la formation, en heures.");
  if (draft.dateDebut && draft.dateFin && saisie.dateFin <= saisie.dateDebut)
    reader.refuse("dateFin", "La formation finit avant de commencer : corrigez l’une des deux dates.");
  // The screen holds these two under shorter names, as text.
  const issues = reader.issues.map((issue) => ({
    ...issue,
    champ:
      issue.champ === "coutAnnuelCentimes"
        ? "coutAnnuel"
        : issue.champ === "npecCentimes"
          ? "npec"
          : issue.champ,
  }));
  return { saisie, issues };
};
