import { Grid, Stack } from "@mantine/core";
import { CerfaCard } from "../../../dossier/cerfa-card.tsx";
import { DocumentsCard } from "../../../dossier/documents-card.tsx";
import { ValidationCard } from "../../../dossier/validation-card.tsx";
import { DepositCard } from "./deposit-card.tsx";
import { PeopleCard } from "./people-card.tsx";

/** Suivi – Info (G16–G24): where it stands, whose move it is, the documents, the people, the deposit. */
export const SuiviTab = () => (
  <Grid gap="md">
    <Grid.Col span={{ base: 12, md: 7 }}>
      <Stack gap="md">
        <ValidationCard />
        <DocumentsCard />
        <CerfaCard />
      </Stack>
    </Grid.Col>
    <Grid.Col span={{ base: 12, md: 5 }}>
      <Stack gap="md">
        <PeopleCard />
        <DepositCard />
      </Stack>
    </Grid.Col>
  </Grid>
);
