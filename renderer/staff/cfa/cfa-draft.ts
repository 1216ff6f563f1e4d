import type { Cfa } from "../../../shared/api/models.ts";
import {
  displayPhone,
  tidyEmail,
  tidyNumeroDeclaration,
  tidyPhone,
  tidyPostalCode,
  tidySiret,
  tidyUai,
} from "../../../shared/dossier/formats/index.ts";
import { type AdresseDraft, emptyAdresse } from "../common/adresse-fields.tsx";
import { type DraftReader, orUndefined } from "../common/read-draft.ts";

export interface CfaDraft {
  denomination: string;
  siret: string;
  uai: string;
  numeroDeclaration: string;
  adresse: AdresseDraft;
  telephone: string;
  courriel: string;
  representant: string;
  cfaEntreprise: boolean;
}

export const emptyCfa: CfaDraft = {
  denomination: "",
  siret: "",
  uai: "",
  numeroDeclaration: "",
  adresse: emptyAdresse,
  telephone: "",
  courriel: "",
  representant: "",
  cfaEntreprise: false,
};

export const toCfaDraft = (cfa: Cfa): CfaDraft => ({
  denomination: cfa.denomination,
  siret: cfa.siret,
  uai: cfa.uai,
  numeroDeclaration: cfa.numeroDeclaration ?? "",
  adresse: {
    numero: cfa.adresse.numero ?? "",
    voie: cfa.adresse.voie,
    complement: cfa.adresse.complement ?? "",
    codePostal: cfa.adresse.codePostal,
    commune: cfa.adresse.commune,
  },
  telephone: cfa.telephone ? displayPhone(cfa.telephone) : "",
  courriel: cfa.courriel ?? "",
  representant: cfa.representant ?? "",
  cfaEntreprise: cfa.cfaEntreprise === "oui",
});

export const readAdresse = (reader: DraftReader, path: string, draft: AdresseDraft) => ({
  numero: orUndefined(draft.numero),
  voie: reader.text(`${path}.voie`, draft.voie, "Indiquez la voie (rue, avenue, campus…)."),
  complement: orUndefined(draft.complement),
  codePostal: reader.required(
    `${path}.codePostal`,
    draft.codePostal,
    "",
    "Indiquez le code postal : 5 chiffres.",
    tidyPostalCode,
  ),
  commune: reader.text(`${path}.commune`, draft.commune, "Indiquez la commune."),
});

/** `prefix` is where the server names the fields (`cfa`). */
export const readCfa = (reader: DraftReader, draft: CfaDraft, logoId?: string, prefix = "cfa"): Cfa => ({
  denomination: reader.text(
    `${prefix}.denomination`,
    draft.denomination,
    "Indiquez le nom du CFA, tel qu’il s’imprime sur le CERFA.",
  ),
  siret: reader.required(
    `${prefix}.siret`,
    draft.siret,
    "",
    "Indiquez le SIRET du CFA : 14 chiffres.",
    tidySiret,
  ),
  uai: reader.required(
    `${prefix}.uai`,
    draft.uai,
    "",
    "Indiquez le numéro UAI du CFA : 7 chiffres et 1 lettre.",
    tidyUai,
  ),
  numeroDeclaration: reader.optional(
    `${prefix}.numeroDeclaration`,
    draft.numeroDeclaration,
    tidyNumeroDeclaration,
  ),
  adresse: readAdresse(reader, `${prefix}.adresse`, draft.adresse),
  telephone: reader.optional(`${prefix}.telephone`, draft.telephone, tidyPhone),
  courriel: reader.optional(`${prefix}.courriel`, draft.courriel, tidyEmail),
  representant: orUndefined(draft.representant),
  cfaEntreprise: draft.cfaEntreprise ? "oui" : "non",
  ...(logoId ? { logoId } : {}),
});
