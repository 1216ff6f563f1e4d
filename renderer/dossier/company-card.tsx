import { Button, Group, Text } from "@mantine/core";
import { instantFr } from "../ui/french.ts";
import { Card } from "./card.tsx";
import { useDecision, useDossier } from "./context.ts";
import { useGesture } from "./use-gesture.tsx";

/** The alternant sees which address was invited and when, and can ask for it again (G6). */
export const CompanyCard = () => {
  const { vue, audience, offers } = useDossier();
  const { run, busy } = useGesture();
  const again = useDecision("reinviterEntreprise");
  if (audience !== "alternant") return null;
  const invitation = vue.invitations.find((one) => one.qualite === "entreprise" && !one.annuleeLe);
  return (
    <Card title="Votre contact dans l’entreprise">
      {invitation ? (
        <Group justify="space-between">
          <Text size="sm" style={{ flex: "1 1 14rem" }}>
            {invitation.courriel}, invité le {instantFr(invitation.creeLe)}
            {invitation.premiereConnexionLe
              ? `, connecté depuis le ${instantFr(invitation.premiereConnexionLe)}`
              : ""}
            {invitation.courrielStatut === "failed"
              ? " – le courriel n’est pas arrivé\u00a0: corrigez l’adresse dans «\u00a0Données de base\u00a0»"
              : ""}
          </Text>
          {offers("renvoyerEntreprise") && again.permis ? (
            <Button
              size="xs"
              variant="default"
              loading={busy === "entreprise"}
              onClick={() =>
                void run(
                  "entreprise",
                  async (gestures, { id }) => gestures.renvoyerEntreprise?.({ id }),
                  "L’invitation est renvoyée.",
                )
              }
            >
              Renvoyer l’invitation
            </Button>
          ) : null}
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          Votre contact sera invité à la validation des données de base.
        </Text>
      )}
    </Card>
  );
};
