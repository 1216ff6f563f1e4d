import { Grid, Stack } from "@mantine/core";
import { useDossier } from "../context.ts";
import { CerfaCard } from "./cerfa-card.tsx";
import { DepositCard } from "./deposit-card.tsx";
import { DocumentsCard } from "./documents-card.tsx";
import { PeopleCard } from "./people-card.tsx";
import { ValidationCard } from "./validation-card.tsx";

/** Suivi – Info (G16–G24): where it stands, whose move it is, the documents, the people, the deposit. */
export const SuiviTab = () => {
  const { vue } = useDossier();
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="md">
          <ValidationCard />
          <DocumentsCard />
          {vue.niveauSaisie === "simple" ? <CerfaCard /> : null}
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
};
