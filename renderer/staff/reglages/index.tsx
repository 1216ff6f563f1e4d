import { Box, Grid, NavLink } from "@mantine/core";
import type { ComponentType } from "react";
import { Link } from "wouter";
import { may } from "../../../shared/catalogues/rights.ts";
import { Page } from "../common/page.tsx";
import { Editable } from "../session/editable.tsx";
import { useCompte } from "../session/session.tsx";
import { AccountsPart } from "./accounts-part.tsx";
import { AnnuairePart } from "./annuaire-part.tsx";
import { CfaPart } from "./cfa-part.tsx";
import { DelaysPart } from "./delays-part.tsx";
import { JournalPart } from "./journal-part.tsx";
import { MaintenancePart } from "./maintenance-part.tsx";
import { type ReglagesPartId, reglagesParts } from "./parts.ts";
import { noticeReglages, PortailPart } from "./portail-part.tsx";
import { SmicPart } from "./smic-part.tsx";
import { SmtpPart } from "./smtp-part.tsx";

const screens: Readonly<Record<ReglagesPartId, ComponentType>> = {
  cfa: CfaPart,
  courriel: SmtpPart,
  delais: DelaysPart,
  comptes: AccountsPart,
  portail: PortailPart,
  smic: SmicPart,
  annuaire: AnnuairePart,
  donnees: MaintenancePart,
  journal: JournalPart,
};

export const ReglagesScreen = ({ part = "cfa" }: { part?: string }) => {
  const { role } = useCompte();
  const mine = reglagesParts.filter(({ reads }) => may(role, reads));
  const current = mine.find((one) => one.id === part) ?? mine[0];
  const Screen = current ? screens[current.id] : CfaPart;
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
