import { type Field, when } from "../kernel.ts";
import { lesDeux, paragraph, section, text } from "./kinds.ts";

const where = { onglet: "mission", contrats: lesDeux, knownBy: "entreprise" } as const;
const cadre = section({ ...where, section: "Le poste" });
const contenu = section({ ...where, section: "Les tâches et responsabilités" });
const moyens = section({ ...where, section: "Les moyens" });

const siObligatoire = when("si la formation demande la mission", (_, ctx) => ctx.mission === "obligatoire");

/** La mission: on no form, asked for by some formations (G14). */
export const missionFields: readonly Field[] = [
  cadre("missionIntitule", "Intitulé de la mission", text(150), {
    required: siObligatoire,
    help: "Par exemple « Assistant contrôle de gestion ».",
    source: "Guide, G14",
  }),
  cadre("missionService", "Service ou équipe d’accueil", text(100)),
  cadre("missionLieu", "Lieu de travail, s’il diffère de l’établissement", text(150)),
  contenu("missionDescription", "Tâches et responsabilités confiées", paragraph(4000), {
    required: siObligatoire,
    help: "Les tâches et responsabilités confiées à l’alternant dans l’entreprise.",
    source: "Guide, G14",
  }),
  contenu("missionCompetences", "Compétences à mettre en œuvre ou à acquérir", paragraph(2000), {
    help: "En lien avec le diplôme préparé.",
  }),
  moyens("missionOutils", "Outils, logiciels et matériel", paragraph(1000)),
  moyens("missionOrganisation", "Organisation (équipe, déplacements, télétravail)", paragraph(1000)),
];
