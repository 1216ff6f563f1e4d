import { Checkbox, Stack } from "@mantine/core";
import { tidySiret, tidyUai } from "../../../../shared/dossier/formats/index.ts";
import { AdresseFields } from "../../common/adresse-fields.tsx";
import { Columns, DraftDate, DraftText } from "../../common/fields.tsx";
import { Section } from "../../common/page.tsx";
import type { SectionProps } from "./types.ts";

export const DatesSection = ({ draft }: SectionProps) => (
  <Section
    id="formation-dates"
    title="Dates, durée et lieu"
    help="Les dates s’affichent à côté du nom de la formation, et se reportent d’un geste dans un dossier."
  >
    <Columns cols={3}>
      <DraftDate draft={draft} path="dateDebut" label="Début de la formation" required />
      <DraftDate draft={draft} path="dateFin" label="Fin de la formation" required />
      <DraftDate draft={draft} path="dateFinEpreuves" label="Fin des épreuves ou examens" />
    </Columns>
    <Columns cols={3}>
      <DraftText draft={draft} path="heures" label="Durée, en heures" inputMode="numeric" required />
      <DraftText draft={draft} path="heuresDistance" label="Dont heures à distance" inputMode="numeric" />
    </Columns>
    <Checkbox label="Le CFA est le lieu principal de formation" {...draft.tick("lieu.estCfa")} />
    {draft.values.lieu.estCfa ? null : (
      <Stack gap="md">
        <Columns cols={3}>
          <DraftText draft={draft} path="lieu.denomination" label="Lieu principal de formation" required />
          <DraftText draft={draft} path="lieu.uai" label="Numéro UAI du lieu" tidy={tidyUai} />
          <DraftText
            draft={draft}
            path="lieu.siret"
            label="SIRET du lieu"
            inputMode="numeric"
            tidy={tidySiret}
          />
        </Columns>
        <AdresseFields draft={draft} path="lieu.adresse" />
      </Stack>
    )}
  </Section>
);
