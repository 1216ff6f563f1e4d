import { Box, Grid, NavLink } from "@mantine/core";
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
import { may, type Procedure } from "../../../shared/catalogues/rights.ts";
import { Page } from "../common/page.tsx";
import { Editable } from "../session/editable.tsx";
import { useCompte } from "../session/session.tsx";
import { AccountsPart } from "./accounts-part.tsx";
import { AnnuairePart } from "./annuaire-part.tsx";
import { CfaPart } from "./cfa-part.tsx";
import { DelaysPart } from "./delays-part.tsx";
import { JournalPart } from "./journal-part.tsx";
import { MaintenancePart } from "./maintenance-part.tsx";
import { noticeReglages, PortailPart } from "./portail-part.tsx";
import { SmicPart } from "./smic-part.tsx";
import { SmtpPart } from "./smtp-part.tsx";

interface Part {
  readonly id: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly screen: ComponentType;
  /** Whoever may not call it has nothing to see there. */
  readonly reads: Procedure;
  /** Whoever may not call it only reads; absent when the part tells its own gestures apart. */
  readonly writes?: Procedure;
}
const parts: readonly Part[] = [
  {
    id: "cfa",
    label: "Le CFA",
    icon: IconBuilding,
    screen: CfaPart,
    reads: "reglages.lireCfa",
    writes: "reglages.modifierCfa",
  },
  {
    id: "courriel",
    label: "Envoi des courriels",
    icon: IconMail,
    screen: SmtpPart,
    reads: "reglages.lireSmtp",
    writes: "reglages.modifierSmtp",
  },
  {
    id: "delais",
    label: "Délais",
    icon: IconHourglass,
    screen: DelaysPart,
    reads: "reglages.lireCfa",
    writes: "reglages.modifierCfa",
  },
  {
    id: "comptes",
    label: "Comptes du personnel",
    icon: IconUsers,
    screen: AccountsPart,
    reads: "reglages.comptes",
    writes: "reglages.modifierCompte",
  },
  { id: "portail", label: "Portail", icon: IconWorld, screen: PortailPart, reads: "reglages.portail" },
  {
    id: "smic",
    label: "SMIC",
    icon: IconCoinEuro,
    screen: SmicPart,
    reads: "reglages.lireSmic",
    writes: "reglages.modifierSmic",
  },
  {
    id: "annuaire",
    label: "Annuaire des entreprises",
    icon: IconZoomScan,
    screen: AnnuairePart,
    reads: "reglages.lireAnnuaire",
    writes: "reglages.modifierAnnuaire",
  },
  {
    id: "donnees",
    label: "Données et sauvegarde",
    icon: IconDatabase,
    screen: MaintenancePart,
    reads: "reglages.verifier",
    writes: "reglages.sauvegarder",
  },
  { id: "journal", label: "Journal", icon: IconHistory, screen: JournalPart, reads: "reglages.journal" },
];

export const ReglagesScreen = ({ part = "cfa" }: { part?: string }) => {
  const { role } = useCompte();
  const mine = parts.filter(({ reads }) => may(role, reads));
  const current = mine.find((one) => one.id === part) ?? mine[0];
  const Screen = current?.screen ?? CfaPart;
  return (
    <Page title="Réglages">
      <Grid gap="xl">
        <Grid.Col span={3}>
          <Box component="nav" aria-label="Réglages">
            {mine.map(({ id, label, icon: Icon }) => (
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
          {current?.writes ? (
            <Editable by={current.writes} notice={noticeReglages}>
              <Screen />
            </Editable>
          ) : (
            <Screen />
          )}
        </Grid.Col>
      </Grid>
    </Page>
  );
};
