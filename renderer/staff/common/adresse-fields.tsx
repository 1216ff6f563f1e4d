import { Grid } from "@mantine/core";
import { tidyPostalCode } from "../../../shared/dossier/formats/index.ts";
import { DraftText } from "./fields.tsx";
import type { Draft } from "./use-draft.ts";

export interface AdresseDraft {
  numero: string;
  voie: string;
  complement: string;
  codePostal: string;
  commune: string;
}
export const emptyAdresse: AdresseDraft = {
  numero: "",
  voie: "",
  complement: "",
  codePostal: "",
  commune: "",
};

// biome-ignore lint/suspicious/noExplicitAny: fields read their draft by path
export const AdresseFields = ({ draft, path }: { draft: Draft<any>; path: string }) => (
  <Grid>
    <Grid.Col span={3}>
      <DraftText draft={draft} path={`${path}.numero`} label="Numéro" />
    </Grid.Col>
    <Grid.Col span={9}>
      <DraftText draft={draft} path={`${path}.voie`} label="Voie" required />
    </Grid.Col>
    <Grid.Col span={12}>
      <DraftText draft={draft} path={`${path}.complement`} label="Complément d’adresse" />
    </Grid.Col>
    <Grid.Col span={3}>
      <DraftText
        draft={draft}
        path={`${path}.codePostal`}
        label="Code postal"
        inputMode="numeric"
        required
        tidy={tidyPostalCode}
      />
    </Grid.Col>
    <Grid.Col span={9}>
      <DraftText draft={draft} path={`${path}.commune`} label="Commune" required />
    </Grid.Col>
  </Grid>
);
