import { always, type Field } from "../kernel.ts";
import { choice, email, lesDeux, name, phone, section } from "./kinds.ts";

const contrat = section({ onglet: "base", section: "Le contrat", contrats: lesDeux, knownBy: "alternant" });
const contact = section({
  onglet: "base",
  section: "Le contact dans l’entreprise",
  contrats: lesDeux,
  knownBy: "alternant",
});

/** Données de base: what opens the dossier (G11, G12). The names, SIRET and dates shown here live in their own tabs. */
export const baseFields: readonly Field[] = [
  contrat("contrat", "Contrat préparé", choice("contrat"), { required: always, source: "Guide, G15" }),
  contrat("niveauSaisie", "Niveau de saisie", choice("niveauSaisie"), {
    required: always,
    help: "Gardez la saisie complète ; la saisie simple ne sert que si le CERFA est déjà établi hors de Cactus.",
    source: "Guide, G11",
  }),
  contact("contactEntrepriseNom", "Nom du contact entreprise", name()),
  contact("contactEntreprisePrenom", "Prénom du contact entreprise", name()),
  contact("contactEntrepriseCourriel", "Courriel du contact entreprise", email(), {
    required: always,
    help: "La personne qui gère le contrat dans l’entreprise : elle est invitée à la validation de cet écran.",
    source: "Guide, G6",
  }),
  contact("contactEntrepriseTelephone", "Téléphone du contact entreprise", phone()),
];

/** How Données de base lays its fields out, those of other tabs included. */
export const baseLayout: readonly { readonly section: string; readonly ids: readonly string[] }[] = [
  { section: "Le contrat", ids: ["contrat", "niveauSaisie"] },
  { section: "L’alternant", ids: ["apprentiNomNaissance", "apprentiPrenom", "apprentiCourriel"] },
  { section: "L’entreprise", ids: ["employeurSiret"] },
  {
    section: "Le contact dans l’entreprise",
    ids: [
      "contactEntrepriseNom",
      "contactEntreprisePrenom",
      "contactEntrepriseCourriel",
      "contactEntrepriseTelephone",
    ],
  },
  { section: "Les dates du contrat", ids: ["dateDebutExecution", "dateFinContrat"] },
];
