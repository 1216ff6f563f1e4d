import { Checkbox, Stack } from "@mantine/core";
import {
  tidyEmail,
  tidyNumeroDeclaration,
  tidySiret,
  tidyUai,
} from "../../../shared/dossier/formats/index.ts";
import { AdresseFields } from "../common/adresse-fields.tsx";
import { Columns, DraftText } from "../common/fields.tsx";
import { tidyPhoneInput } from "../common/french.ts";
import type { Draft } from "../common/use-draft.ts";

/** The CFA’s own fields, in the first-start assistant and in Réglages; both keep them under `cfa`. */
// biome-ignore lint/suspicious/noExplicitAny: fields read their draft by path
export const CfaFields = ({ draft }: { draft: Draft<any> }) => (
  <Stack gap="md">
    <DraftText
      draft={draft}
      path="cfa.denomination"
      label="Nom du CFA"
      description="Tel qu’il s’imprime sur le CERFA et la convention"
      required
    />
    <Columns cols={3}>
      <DraftText
        draft={draft}
        path="cfa.uai"
        label="Numéro UAI"
        placeholder="0132345X"
        required
        tidy={tidyUai}
      />
      <DraftText draft={draft} path="cfa.siret" label="SIRET" inputMode="numeric" required tidy={tidySiret} />
      <DraftText
        draft={draft}
        path="cfa.numeroDeclaration"
        label="Numéro de déclaration d’activité"
        tidy={tidyNumeroDeclaration}
      />
    </Columns>
    <AdresseFields draft={draft} path="cfa.adresse" />
    <Columns cols={3}>
      <DraftText draft={draft} path="cfa.telephone" label="Téléphone" inputMode="tel" tidy={tidyPhoneInput} />
      <DraftText draft={draft} path="cfa.courriel" label="Courriel" inputMode="email" tidy={tidyEmail} />
      <DraftText draft={draft} path="cfa.representant" label="Représentant" placeholder="Prénom NOM" />
    </Columns>
    <Checkbox label="CFA d’entreprise" {...draft.tick("cfa.cfaEntreprise")} />
  </Stack>
);
