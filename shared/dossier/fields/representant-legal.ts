import type { Field } from "../kernel.ts";
import { siMineur, siMineurNonEmancipe, siMineurSansRepresentant } from "./conditions.ts";
import { apprentissage, email, name, phone, postalCode, section, text, yesNo, zt } from "./kinds.ts";

const where = { onglet: "alternant", contrats: apprentissage, knownBy: "alternant" } as const;
const mineur = section({ ...where, section: "Représentant légal", shown: siMineur });
const representant = section({ ...where, section: "Représentant légal", shown: siMineurNonEmancipe });
const second = section({ ...where, section: "Second représentant légal", shown: siMineurNonEmancipe });

/** « À renseigner si l’apprenti est mineur non émancipé » (L6222-4). */
export const representantLegalFields: readonly Field[] = [
  mineur("apprentiMineurNonEmancipe", "L’apprenti(e) est mineur(e) non émancipé(e)", yesNo(), {
    required: siMineurSansRepresentant,
    help: "Oui dans presque tous les cas ; non seulement si un juge a prononcé l’émancipation.",
    source: "L6222-4",
  }),
  representant("representantLegalNomPrenom", "Nom de naissance et prénom", name(), {
    required: siMineurNonEmancipe,
    box: { "10103*14": zt("8_35") },
  }),
  representant("representantLegalAdresseNumero", "N°", text(10), { box: { "10103*14": zt("8_37") } }),
  representant("representantLegalAdresseVoie", "Voie", text(80), {
    required: siMineurNonEmancipe,
    box: { "10103*14": zt("8_36") },
  }),
  representant("representantLegalAdresseComplement", "Complément", text(80), {
    box: { "10103*14": zt("8_38") },
  }),
  representant("representantLegalAdresseCodePostal", "Code postal", postalCode(), {
    required: siMineurNonEmancipe,
    box: { "10103*14": zt("8_39") },
  }),
  representant("representantLegalAdresseCommune", "Commune", text(60), {
    required: siMineurNonEmancipe,
    box: { "10103*14": zt("8_40") },
  }),
  representant("representantLegalCourriel", "Courriel", email(), {
    required: siMineurNonEmancipe,
    box: { "10103*14": zt("8_41") },
  }),
  second("secondRepresentantLegal", "Nom de naissance et prénom", name(), {
    help: "S’il doit être averti lui aussi : le CERFA le renvoie à une annexe libre.",
    source: "Notice 51649#09, p. 3",
  }),
  second("secondRepresentantLegalAdresse", "Adresse", text(200)),
  second("secondRepresentantLegalCourriel", "Courriel", email()),
  second("secondRepresentantLegalTelephone", "Téléphone", phone()),
];
