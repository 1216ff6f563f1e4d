/** An invented next version of the apprenticeship form, as its folder in `shared/dossier/forms/` would be written. */
import { choice, section, text } from "../../../shared/dossier/fields/kinds.ts";
import base from "../../../shared/dossier/forms/10103-14/layout.json" with { type: "json" };
import type { FormDefinition } from "../../../shared/dossier/forms/definition.ts";
import { always } from "../../../shared/dossier/kernel.ts";

const situation = section({
  onglet: "alternant",
  section: "Situation",
  contrats: ["apprentissage"],
  knownBy: "alternant",
});

export const cerfa10103v15: FormDefinition<"10103*15"> = {
  id: "10103*15",
  contrat: "apprentissage",
  title: "Contrat d’apprentissage – CERFA 10103*15",
  since: "2027-01-01",
  base: "10103*14",
  fields: [
    situation("apprentiPassEducation", "Numéro du pass éducation", text(12), { required: always }),
    situation("apprentiTransport", "Moyen de transport", choice("moyenTransport")),
  ],
  boxes: {
    apprentiPassEducation: { kind: "text", champ: "Zone de texte 9_1" },
    contactEntrepriseTelephone: { kind: "text", champ: "Zone de texte 9_2" },
    // No longer on the form.
    employeurTelephone: null,
  },
  aliases: { contactEntrepriseTelephone: "employeurContactTelephone", apprentiNir: "apprentiNumeroSecu" },
  nomenclatures: {
    moyenTransport: {
      label: "Moyen de transport",
      source: "Inventé",
      items: [
        { code: "train", label: "Train" },
        { code: "velo", label: "Vélo" },
      ],
    },
  },
  amendments: {
    typeContratOuAvenant: {
      added: [{ code: "39", label: "Changement de lieu de formation", avenant: true }],
      removed: ["38"],
    },
    modeContractuel: { added: [{ code: "1", label: "Durée limitée (réécrit)" }] },
  },
  conditions: { apprentiCommuneNaissance: { required: { libelle: "facultatif", test: () => false } } },
  layout: async () => {
    const pages = base.pages.map((page) => ({
      ...page,
      boxes: page.boxes.filter(({ nom }) => nom !== "Zone de texte 8_11"),
    }));
    pages[0]?.boxes.push(
      { nom: "Zone de texte 9_1", type: "texte", rect: [20, 12, 120, 11.4] },
      { nom: "Zone de texte 9_2", type: "texte", rect: [160, 12, 120, 11.4] },
    );
    return { default: { form: "10103*15", pages } };
  },
};
