import { always, type Field } from "../kernel.ts";
import { siUtilisatrice, siUtilisatriceVae, siVae } from "./conditions.ts";
import { cases, check, date, naf, name, professionnalisation, section, text, zt, ztDate } from "./kinds.ts";

const where = { onglet: "employeur", contrats: professionnalisation, knownBy: "entreprise" } as const;
const tuteur = section({ ...where, section: "Tuteur au sein de l’établissement employeur" });
const utilisatrice = section({ ...where, section: "Tuteur de l’entreprise utilisatrice" });
const attestation = section({ ...where, section: "Attestation sur le tuteur" });

/** Cadre LE TUTEUR of 12434*05. */
export const tuteurFields: readonly Field[] = [
  tuteur("tuteurNom", "Nom", name(), { required: always, box: { "12434*05": zt("8_28") } }),
  tuteur("tuteurPrenom", "Prénom", name(), { required: always, box: { "12434*05": zt("8_29") } }),
  tuteur("tuteurEmploi", "Emploi occupé", text(80), { required: always, box: { "12434*05": zt("8_30") } }),
  tuteur("tuteurDateNaissance", "Date de naissance", date(), {
    required: always,
    box: { "12434*05": ztDate("8_45", "8_46", "8_50") },
  }),
  utilisatrice("tuteurUtilisatriceNom", "Nom", name(), {
    required: siUtilisatrice,
    help: "Seulement pour le travail temporaire ou un groupement d’employeurs.",
    source: "Notice 51650#09",
    box: { "12434*05": zt("8_31") },
  }),
  utilisatrice("tuteurUtilisatricePrenom", "Prénom", name(), {
    required: siUtilisatrice,
    box: { "12434*05": zt("8_32") },
  }),
  utilisatrice("tuteurUtilisatriceEmploi", "Emploi occupé", text(80), {
    required: siUtilisatrice,
    box: { "12434*05": zt("8_33") },
  }),
  utilisatrice("tuteurUtilisatriceDateNaissance", "Date de naissance", date(), {
    required: siUtilisatrice,
    box: { "12434*05": ztDate("8_47", "8_48", "8_51") },
  }),
  utilisatrice("utilisatriceCodeNaf", "Code activité de l’entreprise utilisatrice (NAF)", naf(), {
    required: siUtilisatriceVae,
    shown: siVae,
    help: "Seulement pour un contrat associant des actions de VAE.",
    source: "Article 11 de la loi n° 2022-1598",
    box: { "12434*05": zt("8_52") },
  }),
  attestation(
    "attestationEligibiliteTuteur",
    "L’employeur atteste sur l’honneur que le tuteur répond à l’ensemble des critères d’éligibilité à cette fonction.",
    check(),
    { required: always, source: "D6325-6", box: { "12434*05": cases({ true: "2" }) } },
  ),
];
