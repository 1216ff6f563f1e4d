import { itemOf, labelOf } from "../dossier/nomenclatures/index.ts";
import { opcoForIdcc } from "./opco.ts";
import { lesDeux, type Rule, rule, type Verdict } from "./rule.ts";

const siren = (siret: string | undefined): string | undefined => siret?.slice(0, 9);

/** Type of contract or amendment, sector, employer, CFA: what the codes must say together. */
export const contractTypeRules: readonly Rule[] = [
  rule({
    id: "C1-secteur",
    article: "Notice 51649#09, p. 1",
    titre: "Le type d’employeur correspond au secteur : 11 à 16 privé, 21 à 30 public",
    champs: ["typeEmployeur", "secteurEmployeur"],
    gravite: "bloquant",
    judge: (d) => {
      const secteur = d.text("secteurEmployeur");
      const type = d.text("typeEmployeur");
      const expected = type ? itemOf("typeEmployeur", type, d.form)?.secteur : undefined;
      if (!secteur || !expected || secteur === expected) return undefined;
      return {
        message: `Le type d’employeur ${type} relève du secteur ${expected === "prive" ? "privé" : "public"}, or l’autre case est cochée. Corrigez le type (11 à 16 privé, 21 à 30 public) ou le secteur.`,
      };
    },
  }),
  rule({
    id: "C2-assurance-chomage",
    article: "Notice 51649#09, p. 2",
    titre: "L’adhésion spécifique à l’assurance chômage est réservée au public non industriel et commercial",
    champs: ["adhesionAssuranceChomage", "secteurEmployeur", "typeEmployeur"],
    gravite: "alerte",
    judge: (d) => {
      if (!d.ticked("adhesionAssuranceChomage")) return undefined;
      if (d.text("secteurEmployeur") !== "prive" && d.text("typeEmployeur") !== "30") return undefined;
      return {
        message:
          "L’adhésion au régime spécifique d’assurance chômage est réservée aux employeurs publics non industriels et commerciaux en auto-assurance : décochez la case ou corrigez le type d’employeur.",
      };
    },
  }),
  rule({
    id: "C3-contrat-precedent",
    article: "Notice 51649#09, p. 2, 5",
    titre: "Un premier contrat n’a pas de contrat d’apprentissage avant lui",
    champs: ["typeContratOuAvenant", "numeroContratPrecedent", "apprentiSituationAvantContrat"],
    gravite: "alerte",
    judge: (d) => {
      if (d.text("typeContratOuAvenant") !== "11") return undefined;
      if (d.text("numeroContratPrecedent") !== undefined)
        return {
          champs: ["typeContratOuAvenant", "numeroContratPrecedent"],
          message:
            "Un numéro de contrat précédent est renseigné pour un premier contrat (type 11) : corrigez le type de contrat ou videz le numéro.",
        };
      const situation = d.text("apprentiSituationAvantContrat");
      if (situation !== "4" && situation !== "8") return undefined;
      return {
        champs: ["typeContratOuAvenant", "apprentiSituationAvantContrat"],
        message:
          "L’alternant sort d’un contrat d’apprentissage : le type de contrat est alors 21, 22 ou 23, et non 11. Corrigez l’un des deux.",
      };
    },
  }),
  rule({
    id: "C4-mode-contractuel",
    article: "Notice 51649#09, p. 1-2",
    titre: "Le mode contractuel correspond à l’employeur spécifique",
    champs: ["modeContractuel", "employeurSpecifique", "typeContratOuAvenant"],
    gravite: "alerte",
    judge: (d) => {
      const mode = d.text("modeContractuel");
      const specifique = d.text("employeurSpecifique");
      const verdicts: Verdict[] = [];
      if (mode && specifique) {
        if ((mode === "3") !== (specifique === "1"))
          verdicts.push({
            champs: ["modeContractuel", "employeurSpecifique"],
            message:
              "Le travail temporaire se dit deux fois : mode contractuel 3 et employeur spécifique 1. Corrigez l’un des deux.",
          });
        if (mode === "4" && specifique !== "3")
          verdicts.push({
            champs: ["modeContractuel", "employeurSpecifique"],
            message:
              "Deux employeurs saisonniers (mode contractuel 4) vont avec l’employeur spécifique 3. Corrigez l’un des deux.",
          });
      }
      if (mode && mode !== "4" && d.text("typeContratOuAvenant") === "32")
        verdicts.push({
          champs: ["typeContratOuAvenant", "modeContractuel"],
          message:
            "L’avenant 32 (changement d’employeur saisonnier) suppose un contrat à deux employeurs saisonniers (mode 4). Corrigez l’un des deux.",
        });
      return verdicts;
    },
  }),
  rule({
    id: "C5-avenant-rqth",
    article: "L6222-37 ; notice 51649#09, p. 5",
    titre: "L’avenant 34 prolonge le contrat d’un apprenti reconnu travailleur handicapé",
    champs: ["typeContratOuAvenant", "apprentiRqth"],
    gravite: "alerte",
    judge: (d) => {
      if (d.text("typeContratOuAvenant") !== "34" || !d.no("apprentiRqth") || d.isHandicap) return undefined;
      return {
        message:
          "L’avenant 34 suit la reconnaissance de travailleur handicapé, or la RQTH est à « non » : corrigez l’un des deux.",
      };
    },
  }),
  rule({
    id: "C6-cfa-d-entreprise",
    article: "Notice 51649#09, p. 7",
    titre: "Un CFA de la même entreprise que l’employeur est un CFA d’entreprise",
    champs: ["cfaEntreprise", "cfaSiret", "employeurSiret"],
    gravite: "alerte",
    judge: (d) => {
      const employeur = siren(d.text("employeurSiret"));
      const cfa = siren(d.text("cfaSiret"));
      if (!employeur || employeur !== cfa || !d.no("cfaEntreprise")) return undefined;
      return {
        message:
          "Le CFA et l’employeur ont le même SIREN : c’est un CFA d’entreprise, ou l’un des deux SIRET est faux. Corrigez ce qui doit l’être.",
      };
    },
  }),
  rule({
    id: "C7-niveau",
    article: "Notice 51649#09, p. 3",
    titre: "Le niveau de la certification correspond au diplôme visé",
    champs: ["niveauRncp", "diplomeVise"],
    gravite: "alerte",
    judge: (d) => {
      const niveau = d.text("niveauRncp");
      const diplome = d.text("diplomeVise");
      const deduced = diplome ? itemOf("diplomeApprentissage", diplome, d.form)?.niveauDeduit : undefined;
      if (!niveau || !deduced || niveau === deduced) return undefined;
      return {
        message: `Le diplôme visé (${diplome}) est d’ordinaire de niveau ${deduced}, or la certification est notée de niveau ${niveau} : vérifiez la fiche RNCP, la participation de l’employeur en dépend.`,
      };
    },
  }),
  rule({
    id: "C8-opco",
    article: "R6123-34",
    titre: "L’OPCO est celui que propose la convention collective",
    contrats: lesDeux,
    champs: ["opco", "employeurIdcc"],
    gravite: "info",
    judge: (d) => {
      const opco = d.text("opco");
      const idcc = d.text("employeurIdcc");
      const proposed = idcc ? opcoForIdcc(idcc) : undefined;
      if (!opco || !proposed || opco === proposed) return undefined;
      if (d.text("secteurEmployeur") === "public") return undefined;
      const label = labelOf("opco", proposed);
      return {
        message: `L’IDCC ${idcc} relève d’ordinaire de l’OPCO ${label} : vérifiez par le SIRET sur quel-est-mon-opco.francecompetences.fr.`,
      };
    },
  }),
  rule({
    id: "C9-particulier-employeur",
    article: "Notice 51650#09, L’employeur",
    titre: "Un particulier-employeur relève de l’IDCC 3180",
    contrats: ["professionnalisation"],
    champs: ["employeurIdcc", "particulierEmployeur"],
    gravite: "alerte",
    judge: (d) => {
      const idcc = d.text("employeurIdcc");
      if (idcc === undefined) return undefined;
      if (d.yes("particulierEmployeur") && idcc !== "3180")
        return { message: "Un particulier-employeur relève de l’IDCC 3180 : corrigez l’IDCC." };
      if (d.no("particulierEmployeur") && idcc === "3180")
        return {
          message:
            "L’IDCC 3180 est celui des particuliers-employeurs : corrigez l’IDCC ou cochez « particulier-employeur ».",
        };
      return undefined;
    },
  }),
];
