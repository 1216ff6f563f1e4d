import { Alert, Box, Fieldset, Grid, NavLink } from "@mantine/core";
import {
  IconBuilding,
  IconCoinEuro,
  IconDatabase,
  IconHistory,
  IconHourglass,
  IconMail,
  IconUsers,
  IconWorld,
  IconZoomScan,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { Link } from "wouter";
import { Page } from "../common/page.tsx";
import { useCompte } from "../session/session.tsx";
import { AccountsPart } from "./accounts-part.tsx";
import { AnnuairePart } from "./annuaire-part.tsx";
import { CfaPart } from "./cfa-part.tsx";
import { DelaysPart } from "./delays-part.tsx";
import { JournalPart } from "./journal-part.tsx";
import { MaintenancePart } from "./maintenance-part.tsx";
import { PortailPart } from "./portail-part.tsx";
import { SmicPart } from "./smic-part.tsx";
import { SmtpPart } from "./smtp-part.tsx";

interface Part {
  readonly id: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly screen: ComponentType;
}
const parts: readonly Part[] = [
  { id: "cfa", label: "Le CFA", icon: IconBuilding, screen: CfaPart },
  { id: "courriel", label: "Envoi des courriels", icon: IconMail, screen: SmtpPart },
  { id: "delais", label: "Délais", icon: IconHourglass, screen: DelaysPart },
  { id: "comptes", label: "Comptes du personnel", icon: IconUsers, screen: AccountsPart },
  { id: "portail", label: "Portail", icon: IconWorld, screen: PortailPart },
  { id: "smic", label: "SMIC", icon: IconCoinEuro, screen: SmicPart },
  { id: "annuaire", label: "Annuaire des entreprises", icon: IconZoomScan, screen: AnnuairePart },
  { id: "donnees", label: "Données et sauvegarde", icon: IconDatabase, screen: MaintenancePart },
  { id: "journal", label: "Journal", icon: IconHistory, screen: JournalPart },
];

export const ReglagesScreen = ({ part = "cfa" }: { part?: string }) => {
  const { role } = useCompte();
  const current = parts.find((one) => one.id === part) ?? parts[0];
  const Screen = current?.screen ?? CfaPart;
  return (
    <Page title="Réglages">
      <Grid gap="xl">
        <Grid.Col span={3}>
          <Box component="nav" aria-label="Réglages">
            {parts.map(({ id, label, icon: Icon }) => (
              <NavLink
                key={id}
                component={Link}
                href={`/reglages/${id}`}
                label={label}
                active={current?.id === id}
                aria-current={current?.id === id ? "page" : undefined}
                leftSection={<Icon size={18} stroke={1.6} />}
              />
            ))}
          </Box>
        </Grid.Col>
        <Grid.Col span={9}>
          {role === "administrateur" ? (
            <Screen />
          ) : (
            <>
              <Alert color="blue" mb="md">
                Vous pouvez lire ces réglages. Pour les modifier, adressez-vous à un administrateur de Cactus.
              </Alert>
              <Fieldset variant="unstyled" disabled>
                <Screen />
              </Fieldset>
            </>
          )}
        </Grid.Col>
      </Grid>
    </Page>
  );
};
