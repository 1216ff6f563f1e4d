import { Anchor, Box } from "@mantine/core";
import { useTitle } from "../common/title.ts";
import { CredentialsForm } from "./credentials-form.tsx";
import { Entrance } from "./entrance.tsx";
import { useSession } from "./session.tsx";

/** Covers everything; underneath, the screen waits as it was left. */
export const LockScreen = () => {
  const session = useSession();
  useTitle("Verrouillé");
  return (
    <Box pos="fixed" inset={0} style={{ zIndex: 1000, overflow: "auto" }} bg="var(--mantine-color-body)">
      <Entrance
        title="Écran verrouillé"
        subtitle="Votre session est fermée. Reconnectez-vous : vous retrouverez l’écran tel que vous l’avez laissé."
        footer={
          <Anchor component="button" type="button" size="sm" onClick={() => void session.signOut()}>
            Se connecter avec un autre compte
          </Anchor>
        }
      >
        <CredentialsForm courriel={session.compte?.courriel} action="Déverrouiller" />
      </Entrance>
    </Box>
  );
};
