import { Alert, Anchor, Badge, Group, Stack, Text, Title } from "@mantine/core";
import { IconArrowBackUp, IconArrowLeft } from "@tabler/icons-react";
import type { DossierVue } from "../../../shared/api/models.ts";
import { dateFr, instantFr } from "../../ui/french.ts";
import { EconomieBadge, StateBadge } from "../../ui/states.tsx";
import { since } from "./since.ts";

const contratLabels = {
  apprentissage: "Contrat d’apprentissage",
  professionnalisation: "Contrat de professionnalisation",
};

export const nameOf = ({ prenom, nom, courriel }: DossierVue): string =>
  [prenom, nom].filter(Boolean).join(" ") || courriel;

const NextStep = ({ etape }: { etape: DossierVue["prochaineEtape"] }) => {
  const waits = since(etape.depuis);
  return (
    <Text size="sm">
      {etape.phrase}
      {etape.tourDe === "personne" ? null : (
        <Text span c="dimmed" size="sm">
          {" "}
          Prochaine action{"\u00a0"}: {etape.tourDe}
          {waits ? `, ${waits}` : ""}.
        </Text>
      )}
    </Text>
  );
};

/** Who, which contract, where it stands, whose move it is. */
export const DossierHeader = ({ vue }: { vue: DossierVue }) => (
  <Stack gap={6}>
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <div>
        <Anchor href="#/dossiers" size="sm" c="dimmed">
          <Group gap={4} component="span">
            <IconArrowLeft size={14} aria-hidden /> Dossiers
          </Group>
        </Anchor>
        <Group gap="sm" align="baseline">
          <Title order={1}>{nameOf(vue)}</Title>
          <Text c="dimmed" ff="monospace" size="sm">
            {vue.reference}
          </Text>
        </Group>
      </div>
      <Group gap="xs" wrap="nowrap" mt={22}>
        <Badge color="gray">{contratLabels[vue.contrat]}</Badge>
        {vue.niveauSaisie === "simple" ? <Badge color="grape">Saisie simple</Badge> : null}
        {vue.datesProvisoires ? <Badge color="orange">Dates provisoires</Badge> : null}
        <StateBadge etat={vue.etat} />
        {vue.etat === "valide" ? (
          <Group gap={4} wrap="nowrap">
            <Text size="xs" c="dimmed">
              Économie
            </Text>
            <EconomieBadge etat={vue.economie} />
          </Group>
        ) : null}
      </Group>
    </Group>
    <Text size="sm" c="dimmed">
      {[
        `${vue.formation.titre} (${vue.formation.code})`,
        vue.entreprise,
        vue.dateDebut ? `du ${dateFr(vue.dateDebut)} au ${dateFr(vue.dateFin)}` : undefined,
      ]
        .filter(Boolean)
        .join(" · ")}
    </Text>
    <NextStep etape={vue.prochaineEtape} />
    {vue.retour && (vue.etat === "saisie" || vue.etat === "invite") ? (
      <Alert color="orange" icon={<IconArrowBackUp size={18} />} title="Dossier retourné pour correction">
        {vue.retour.motif}
        <Text size="xs" c="dimmed" mt={4}>
          {vue.retour.par}, le {instantFr(vue.retour.le)}
        </Text>
      </Alert>
    ) : null}
  </Stack>
);
