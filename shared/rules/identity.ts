import { parts } from "../dossier/calendar.ts";
import { isNir, nirParts } from "../dossier/formats/nir.ts";
import { displaySiret } from "../dossier/formats/siret.ts";
import { becomesAdult } from "./ages.ts";
import { lesDeux, type Rule, rule, type Verdict } from "./rule.ts";

/** Seine and Seine-et-Oise before 1968; their successors. */
const PARIS_REGION = ["75", "77", "78", "91", "92", "93", "94", "95"];

/** Whether a birth department and the one in the NIR may be the same place, old departments included (F5). */
export const departmentsAgree = (nir: string, declared: string, birthYear: number | undefined): boolean => {
  const birth = declared === "099" ? "99" : declared;
  if (nir === birth) return true;
  if (nir === "20") return (birth === "2A" || birth === "2B") && (birthYear ?? 0) < 1976;
  if (nir === "75" || nir === "78") return (birthYear ?? 0) < 1968 && PARIS_REGION.includes(birth);
  return false;
};

/** F5, A11 and the social regime. No message nor calculation may hold a part of the NIR. */
export const identityRules: readonly Rule[] = [
  rule({
    id: "F5-nir-coherence",
    article: "Outil public de saisie du contrat ; notice 51649#09, p. 3",
    titre: "Le NIR dit le même sexe, la même année et le même mois de naissance que la fiche",
    contrats: lesDeux,
    champs: ["apprentiNir", "apprentiSexe", "apprentiDateNaissance"],
    gravite: "bloquant",
    judge: (d) => {
      const nir = d.text("apprentiNir");
      if (!nir || !isNir(nir)) return undefined;
      const read = nirParts(nir);
      const verdicts: Verdict[] = [];
      const sexe = d.text("apprentiSexe");
      if (read.sexe && (sexe === "M" || sexe === "F") && sexe !== read.sexe)
        verdicts.push({
          champs: ["apprentiNir", "apprentiSexe"],
          message: "Le NIR ne correspond pas au sexe indiqué : vérifiez l’un et l’autre.",
        });
      const birth = d.date("apprentiDateNaissance");
      if (!birth) return verdicts;
      const { year, month } = parts(birth);
      if (read.annee !== String(year % 100).padStart(2, "0"))
        verdicts.push({
          champs: ["apprentiNir", "apprentiDateNaissance"],
          message: "Le NIR ne correspond pas à l’année de naissance : vérifiez l’un et l’autre.",
        });
      if (read.mois !== undefined && read.mois !== month)
        verdicts.push({
          champs: ["apprentiNir", "apprentiDateNaissance"],
          message: "Le NIR ne correspond pas au mois de naissance : vérifiez l’un et l’autre.",
        });
      return verdicts;
    },
  }),
  rule({
    id: "F3-nir-mois",
    article: "Notice 51649#09, p. 3 ; détail des mois à vérifier",
    titre: "Les 4e et 5e chiffres du NIR sont un mois, ou le code d’un acte incomplet",
    contrats: lesDeux,
    champs: ["apprentiNir"],
    gravite: "alerte",
    judge: (d) => {
      const nir = d.text("apprentiNir");
      if (!nir || !isNir(nir) || nirParts(nir).moisConnu) return undefined;
      return {
        message:
          "Les 4e et 5e chiffres du NIR ne sont ni un mois, ni un code d’acte de naissance incomplet : relisez-les sur la carte Vitale, ou confirmez.",
      };
    },
  }),
  rule({
    id: "F5-nir-departement",
    article: "Notice 51649#09, p. 2-3",
    titre: "Le NIR dit le même département de naissance que la fiche",
    contrats: lesDeux,
    champs: ["apprentiNir", "apprentiDepartementNaissance"],
    gravite: "alerte",
    judge: (d) => {
      const nir = d.text("apprentiNir");
      const declared = d.text("apprentiDepartementNaissance");
      if (!nir || !isNir(nir) || !declared) return undefined;
      const birth = d.date("apprentiDateNaissance");
      if (departmentsAgree(nirParts(nir).departement, declared, birth ? parts(birth).year : undefined))
        return undefined;
      return {
        message:
          "Le NIR ne correspond pas au département de naissance : vérifiez l’un et l’autre, ou indiquez pourquoi (naissance à l’étranger ou outre-mer, ancien département).",
      };
    },
  }),
  rule({
    id: "A11-nationalite",
    article: "L5221-5 ; notice 51649#09, p. 2",
    titre: "Hors Union européenne, l’autorisation de travail est vérifiée",
    champs: ["apprentiNationalite", "apprentiDateNaissance"],
    gravite: "alerte",
    judge: (d) => {
      if (d.text("apprentiNationalite") !== "3") return undefined;
      return {
        message: becomesAdult(d)
          ? "L’apprenti n’est pas citoyen de l’Union européenne : vérifiez l’autorisation de travail ; il devient majeur pendant le contrat, pensez au titre de séjour."
          : "L’apprenti n’est pas citoyen de l’Union européenne : vérifiez auprès de la préfecture son autorisation de travail.",
      };
    },
  }),
  rule({
    id: "F-regime-social",
    article: "Notice 51649#09, p. 1, 3",
    titre: "Le régime MSA va avec un employeur agricole",
    champs: ["apprentiRegimeSocial", "typeEmployeur"],
    gravite: "alerte",
    judge: (d) => {
      const regime = d.text("apprentiRegimeSocial");
      const type = d.text("typeEmployeur");
      if (regime === "2" && type === "13")
        return {
          message:
            "L’employeur relève de la mutualité sociale agricole (type 13) : le régime social de l’apprenti est alors MSA. Corrigez l’un des deux.",
        };
      if (regime === "1" && type !== undefined && ["11", "12", "14", "15"].includes(type))
        return {
          message:
            "Le régime social est MSA, or l’employeur n’est pas noté comme relevant de la mutualité sociale agricole (type 13). Corrigez l’un des deux ou confirmez.",
        };
      return undefined;
    },
  }),
  rule({
    id: "X1-meme-personne",
    article: "Contrôle entre dossiers",
    titre: "La même personne n’a pas deux dossiers",
    contrats: lesDeux,
    champs: ["apprentiNomNaissance", "apprentiPrenom", "apprentiDateNaissance"],
    gravite: "alerte",
    judge: (_d, { faits }) => {
      const others = faits?.memePersonne ?? [];
      if (others.length === 0) return undefined;
      return {
        message: `La même personne a déjà ${others.length === 1 ? "un autre dossier" : `${others.length} autres dossiers`} : confirmez qu’il s’agit bien de deux contrats.`,
        dossiers: others,
      };
    },
  }),
  rule({
    id: "X2-meme-entreprise",
    article: "Contrôle entre dossiers",
    titre: "Une entreprise s’écrit de la même façon dans tous ses dossiers",
    contrats: lesDeux,
    champs: ["employeurSiret", "employeurDenomination"],
    gravite: "info",
    judge: (d, { faits }) => {
      const others = faits?.memeEntreprise ?? [];
      const siret = d.text("employeurSiret");
      return others.slice(0, 1).map((other) => ({
        message:
          other.siret === siret
            ? `Ce SIRET est connu sous le nom de « ${other.denomination} » dans un autre dossier : vérifiez la dénomination, ou le SIRET.`
            : `« ${other.denomination} » a un autre SIRET (${displaySiret(other.siret)}) dans un autre dossier : vérifiez lequel est le bon.`,
        dossiers: others.map(({ reference }) => reference),
      }));
    },
  }),
];
