import { Alert, Anchor, Button, Stack } from "@mantine/core";
import { useState } from "react";
import { client } from "../client.ts";
import { Entrance } from "../entrance.tsx";
import { useSmallForm } from "../use-form.ts";
import { NewPassword } from "./password-field.tsx";

/** Opening the link uses nothing up (mail scanners do it too); choosing the password does. */
export const ResetPassword = ({ token }: { token: string }) => {
  const form = useSmallForm({ nouveau: "" });
  const [done, setDone] = useState(false);
  return (
    <Entrance title="Choisissez votre mot de passe">
      {done ? (
        <Alert color="green" role="status" mt="sm">
          Votre mot de passe est enregistré. <Anchor href="#/">Se connecter</Anchor>
        </Alert>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.run(async () => {
              await client.acces.reinitialiser({ jeton: token, nouveau: form.values.nouveau });
              setDone(true);
            });
          }}
        >
          <Stack mt="sm">
            {form.error ? (
              <Alert color="red" role="alert">
                {form.error} <Anchor href="#/mot-de-passe-oublie">Demander un autre lien</Anchor>
              </Alert>
            ) : null}
            <NewPassword label="Nouveau mot de passe" {...form.field("nouveau")} />
            <Button type="submit" loading={form.busy}>
              Enregistrer
            </Button>
          </Stack>
        </form>
      )}
    </Entrance>
  );
};
