import { Radio, Stack } from "@mantine/core";
import { tidyEmail } from "../../../../shared/dossier/formats/index.ts";
import { modesValidation, modeValidationLabels } from "../../../../shared/workflow/index.ts";
import { Columns, DraftEuros, DraftText } from "../../common/fields.tsx";
import { Section } from "../../common/page.tsx";
import type { SectionProps } from "./types.ts";

const missions = [
  ["masquee", "Masquée", "L’onglet n’apparaît pas."],
  ["facultative", "Facultative", "L’onglet se remplit si on le souhaite."],
  ["obligatoire", "Obligatoire", "Le dossier n’est complet qu’avec elle."],
] as const;
const validationHelp = {
  formation: "Le responsable est averti par courriel et valide chaque dossier.",
  immediate: "La demande de validation vaut validation.",
} as const;

export const ManagementSection = ({ draft }: SectionProps) => (
  <Section id="formation-gestion" title="Gestion et économie">
    <Columns>
      <DraftText draft={draft} path="responsable.nom" label="Responsable de formation" required />
      <DraftText
        draft={draft}
        path="responsable.courriel"
        label="Son courriel"
        description="Il y reçoit les demandes de validation"
        inputMode="email"
        required
        tidy={tidyEmail}
      />
    </Columns>
    <Columns>
      <Radio.Group
        label="Validation des dossiers"
        value={draft.values.modeValidation}
        onChange={(value) => draft.set("modeValidation", value)}
      >
        <Stack gap="xs" mt={6}>
          {modesValidation.map((mode) => (
            <Radio
              key={mode}
              value={mode}
              label={modeValidationLabels[mode]}
              description={validationHelp[mode]}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Radio.Group
        label="Onglet «&nbsp;La mission&nbsp;»"
        value={draft.values.mission}
        onChange={(value) => draft.set("mission", value)}
      >
        <Stack gap="xs" mt={6}>
          {missions.map(([value, label, description]) => (
            <Radio key={value} value={value} label={label} description={description} />
          ))}
        </Stack>
      </Radio.Group>
    </Columns>
    <Columns>
      <DraftEuros
        draft={draft}
        path="coutAnnuel"
        label="Coût annuel de la formation"
        description="Proposé dans la revue économique de chaque dossier"
      />
      <DraftEuros
        draft={draft}
        path="npec"
        label="Niveau de prise en charge (NPEC) annuel"
        description="Proposé de même ; l’année incomplète est calculée au prorata"
      />
    </Columns>
  </Section>
);
