import { type Field, when } from "../kernel.ts";
import {
  apprentissage,
  date,
  lesDeux,
  professionnalisation,
  section,
  siret,
  text,
  zt,
  ztDate,
} from "./kinds.ts";

const field = section({
  onglet: "contrat",
  section: "Cadre réservé à l’organisme",
  contrats: lesDeux,
  knownBy: "depot",
  // Filled by the organisation that deposits the contract, never by Cactus: in no tab, never required.
  shown: when("rempli par l’organisme en charge du dépôt", () => false),
});

/** Foot frame of both forms. */
export const depotFields: readonly Field[] = [
  field("depotOrganismeNom", "Nom de l’organisme", text(80), {
    labelPro: "Nom de l’OPCO",
    box: { "10103*14": zt("8_91"), "12434*05": zt("8_53") },
    alias: { "12434*05": "opcoNom" },
  }),
  field("depotOrganismeSiret", "N° SIRET de l’organisme", siret(), {
    contrats: apprentissage,
    box: { "10103*14": zt("8_92") },
  }),
  field("depotDateReception", "Date de réception du dossier complet", date(), {
    contrats: apprentissage,
    box: { "10103*14": ztDate("21_31", "21_32", "21_33") },
  }),
  field("depotDateDecision", "Date de la décision", date(), {
    contrats: apprentissage,
    box: { "10103*14": ztDate("21_34", "21_35", "21_36") },
  }),
  field("depotNumero", "N° de dépôt", text(30), { contrats: apprentissage, box: { "10103*14": zt("8_93") } }),
  field("depotNumeroAvenant", "Numéro d’avenant", text(30), {
    contrats: apprentissage,
    box: { "10103*14": zt("8_94") },
  }),
  field("opcoNumeroAdherent", "N° adhérent de l’employeur à l’OPCO s’il existe", text(40), {
    contrats: professionnalisation,
    box: { "12434*05": zt("8_55") },
  }),
];
