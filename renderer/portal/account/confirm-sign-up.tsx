import { Alert, Anchor, Button, Stack } from "@mantine/core";
import { useState } from "react";
import { client } from "../client.ts";
import { Entrance } from "../entrance.tsx";
import { useSmallForm } from "../use-form.ts";
import { NewPassword } from "./password-field.tsx";

/** G5: the address is confirmed and the password chosen; then the dossier exists. */
export const ConfirmSignUp = ({ token }: { token: string }) => {
  const form = useSmallForm({ motDePasse: "" });
  const [done, setDone] = useState(false);
  return (
    <Entrance
      title="Confirmer mon inscription"
      intro="Votre adresse est la bonne&nbsp;: choisissez le mot de passe de votre compte."
    >
      {done ? (
        <Alert color="green" role="status">
          Votre dossier est ouvert. <Anchor href="#/">Se connecter</Anchor>
        </Alert>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.run(async () => {
              await client.acces.confirmerInscription({ jeton: token, motDePasse: form.values.motDePasse });
              setDone(true);
            });
          }}
        >
          <Stack>
            {form.error ? (
              <Alert color="red" role="alert">
                {form.error}
              </Alert>
            ) : null}
            <NewPassword label="Mot de passe" {...form.field("motDePasse")} />
            <Button type="submit" loading={form.busy}>
              Ouvrir mon dossier
            </Button>
          </Stack>
        </form>
      )}
    </Entrance>
  );
};
