import { Checkbox, Select, Stack } from "@mantine/core";
import { useMemo } from "react";
import { todayInParis } from "../../../../shared/dossier/calendar.ts";
import { tidyCodeDiplome, tidyRncp } from "../../../../shared/dossier/formats/index.ts";
import { currentForm } from "../../../../shared/dossier/index.ts";
import type { Contrat } from "../../../../shared/dossier/kernel.ts";
import { nomenclature } from "../../../../shared/dossier/nomenclatures/index.ts";
import { Columns, DraftText } from "../../common/fields.tsx";
import { Section } from "../../common/page.tsx";
import type { SectionProps } from "./types.ts";

/** Options of a nomenclature of the form in force, under the headings of its notice. */
const options = (id: string, contrat: Contrat) => {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const item of nomenclature(id, currentForm(contrat, todayInParis())).items) {
    const group = item.groupe ?? "";
    const list = groups.get(group) ?? [];
    list.push({ value: item.code, label: `${item.code} — ${item.label}` });
    groups.set(group, list);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
};
const niveaux = [
  { value: "3", label: "3 — CAP" },
  { value: "4", label: "4 — Baccalauréat" },
  { value: "5", label: "5 — BTS, DUT" },
  { value: "6", label: "6 — Licence, BUT" },
  { value: "7", label: "7 — Master, ingénieur" },
  { value: "8", label: "8 — Doctorat" },
];

export const DiplomaSection = ({ draft }: SectionProps) => {
  const diplomes = useMemo(() => options("diplomeApprentissage", "apprentissage"), []);
  const diplomesPro = useMemo(() => options("diplomeProfessionnalisation", "professionnalisation"), []);
  return (
    <Section
      id="formation-diplome"
      title="Diplôme"
      help="Ces informations s’impriment sur le CERFA de chaque dossier de la formation."
    >
      <Stack gap="md">
        <DraftText
          draft={draft}
          path="titre"
          label="Titre de la formation"
          description="Tel que vous la nommez au CFA et sur le portail"
          required
        />
        <DraftText
          draft={draft}
          path="intituleDiplome"
          label="Intitulé précis du diplôme"
          description="Tel qu’il s’imprime sur le CERFA"
          required
        />
        <Columns>
          <Select
            label="Diplôme visé (contrat d’apprentissage)"
            withAsterisk
            searchable
            nothingFoundMessage="Aucun diplôme de ce nom"
            data={diplomes}
            {...draft.choice("diplome")}
          />
          <Select
            label="Diplôme visé (contrat de professionnalisation)"
            searchable
            clearable
            nothingFoundMessage="Aucun diplôme de ce nom"
            data={diplomesPro}
            {...draft.choice("diplomePro")}
          />
        </Columns>
        <Columns cols={4}>
          <Select label="Niveau" withAsterisk data={niveaux} {...draft.choice("niveau")} />
          <DraftText draft={draft} path="codeDiplome" label="Code diplôme" required tidy={tidyCodeDiplome} />
          <DraftText
            draft={draft}
            path="rncp"
            label="Code RNCP"
            leftSection="RNCP"
            leftSectionWidth={58}
            required
            tidy={tidyRncp}
          />
          <DraftText draft={draft} path="specialiteNsf" label="Spécialité NSF" maxLength={3} />
        </Columns>
        <Checkbox
          label="Licence professionnelle"
          description="Elle change la rémunération minimale de l’apprenti"
          {...draft.tick("licencePro")}
        />
      </Stack>
    </Section>
  );
};
