import { Button, Stack } from "@mantine/core";
import { useTitle } from "../common/title.ts";
import { ChangePassword, ForcedChangeNotice } from "./change-password.tsx";
import { Entrance } from "./entrance.tsx";
import { useSession } from "./session.tsx";

export const ForcedChange = () => {
  const session = useSession();
  useTitle("Nouveau mot de passe");
  return (
    <Entrance title="Nouveau mot de passe" subtitle={session.compte?.courriel} width={520}>
      <Stack>
        <ForcedChangeNotice />
        <ChangePassword
          known={session.generated}
          onDone={session.passwordChanged}
          cancel={
            <Button variant="subtle" color="gray" onClick={() => void session.signOut()}>
              Se déconnecter
            </Button>
          }
        />
      </Stack>
    </Entrance>
  );
};
