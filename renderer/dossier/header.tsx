import { Alert, Anchor, Badge, Group, Stack, Text, Title } from "@mantine/core";
import { IconArrowBackUp, IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { DossierVue } from "../../shared/api/models.ts";
import { dateFr, instantFr } from "../ui/french.ts";
import { EconomieBadge, StateBadge } from "../ui/states.tsx";
import { useDossier } from "./context.ts";
import { since } from "./since.ts";
import { words } from "./words.ts";

const contratLabels = {
  apprentissage: "Contrat d’apprentissage",
  professionnalisation: "Contrat de professionnalisation",
};

export const nameOf = ({ prenom, nom, courriel }: DossierVue): string =>
  [prenom, nom].filter(Boolean).join(" ") || courriel;

const NextStep = ({ etape }: { etape: DossierVue["prochaineEtape"] }) => {
  const waits = since(etape.depuis);
  return (
    <Text size="sm" role="status" fw={600}>
      {etape.phrase}
      {etape.tourDe === "personne" ? null : (
        <Text span c="dimmed" size="sm" fw={400}>
          {" "}
          Prochaine action{"\u00a0"}: {etape.tourDe}
          {waits ? `, ${waits}` : ""}.
        </Text>
      )}
    </Text>
  );
};

const Badges = () => {
  const { vue } = useDossier();
  return (
    <>
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
    </>
  );
};

/** Who, which contract, where it stands, whose move it is. */
export const DossierHeader = ({
  back,
  actions,
}: {
  back: { readonly href: string; readonly label: string };
  actions?: ReactNode;
}) => {
  const { vue, audience } = useDossier();
  return (
    <Stack gap={6}>
      <Group justify="space-between" align="flex-start">
        <div>
          <Anchor href={back.href} size="sm" c="dimmed">
            <Group gap={4} component="span">
              <IconArrowLeft size={14} aria-hidden /> {back.label}
            </Group>
          </Anchor>
          <Group gap="sm" align="baseline">
            <Title order={1}>{nameOf(vue)}</Title>
            <Text c="dimmed" ff="monospace" size="sm">
              {vue.reference}
            </Text>
          </Group>
        </div>
        <Group gap="xs" mt={{ base: 0, sm: 22 }}>
          <Badges />
          {actions}
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
        <Alert color="orange" icon={<IconArrowBackUp size={18} />} title={words[audience].retour}>
          {vue.retour.motif}
          <Text size="xs" mt={4}>
            {vue.retour.par}, le {instantFr(vue.retour.le)}
          </Text>
        </Alert>
      ) : null}
    </Stack>
  );
};
