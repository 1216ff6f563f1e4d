import { Button, Group, Paper, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { may, type Procedure } from "../../../shared/catalogues/rights.ts";
import { api } from "../../ui/client.ts";
import { useCompte } from "../session/session.tsx";

interface Step {
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly action: string;
  /** Only for whoever may do it. */
  readonly needs: Procedure;
}

/** A CFA without a dossier yet: the gestures that bring the first one. */
export const FirstSteps = () => {
  const formations = useQuery(api.formations.lister.queryOptions({ input: {} }));
  const ready = (formations.data?.length ?? 0) > 0;
  const { role } = useCompte();
  const steps = (
    [
      {
        title: "Réglez l’envoi des courriels",
        text: "Le serveur SMTP par lequel partiront les invitations, avec un message d’essai.",
        href: "/reglages/courriel",
        action: "Régler",
        needs: "reglages.modifierSmtp",
      },
      {
        title: ready ? "Complétez vos formations" : "Créez une formation",
        text: "Son diplôme, ses dates, son responsable, son calendrier et son programme.",
        href: ready ? "/formations" : "/formations/nouvelle",
        action: ready ? "Ouvrir" : "Créer",
        needs: ready ? "formations.modifier" : "formations.creer",
      },
      {
        title: "Invitez les alternants",
        text: "Depuis la formation, une adresse ou toute une liste collée d’un coup.",
        href: "/formations",
        action: "Inviter",
        needs: "dossiers.inviter",
      },
    ] satisfies readonly Step[]
  ).filter(({ needs }) => may(role, needs));
  return (
    <Paper withBorder p="lg" component="section" aria-label="Premiers pas">
      <Title order={2} size="h3" mb="md">
        Premiers pas
      </Title>
      <Stack gap="md">
        {steps.map((step, index) => (
          <Group key={step.title} wrap="nowrap" align="flex-start">
            <ThemeIcon variant="light" radius="xl" size={32} aria-hidden>
              {index + 1}
            </ThemeIcon>
            <div style={{ flex: 1 }}>
              <Text fw={600}>{step.title}</Text>
              <Text size="sm" c="dimmed">
                {step.text}
              </Text>
            </div>
            <Button variant={index === 0 ? "filled" : "light"} component={Link} href={step.href}>
              {step.action}
            </Button>
          </Group>
        ))}
      </Stack>
    </Paper>
  );
};
