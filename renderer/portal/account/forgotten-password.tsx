import { Alert, Anchor, Button, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { client } from "../client.ts";
import { Entrance } from "../entrance.tsx";
import { useSmallForm } from "../use-form.ts";

/** G3: the same answer whether or not the address was ever invited. */
export const ForgottenPassword = () => {
  const form = useSmallForm({ courriel: "" });
  const [answer, setAnswer] = useState<string>();
  return (
    <Entrance
      title="Mot de passe oublié"
      intro="Saisissez l’adresse à laquelle vous avez été invité(e) ou avec laquelle vous vous êtes inscrit(e)."
    >
      {answer ? (
        <Alert color="green" role="status">
          {answer} Regardez aussi dans les courriels indésirables.
        </Alert>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.run(async () =>
              setAnswer((await client.acces.motDePasseOublie({ courriel: form.values.courriel })).message),
            );
          }}
        >
          <Stack>
            {form.error ? (
              <Alert color="red" role="alert">
                {form.error}
              </Alert>
            ) : null}
            <TextInput
              label="Courriel"
              type="email"
              autoComplete="username"
              required
              {...form.field("courriel")}
            />
            <Button type="submit" loading={form.busy}>
              Recevoir un lien
            </Button>
          </Stack>
        </form>
      )}
      <Anchor href="#/" size="sm" display="block" mt="md">
        Revenir à l’accueil
      </Anchor>
    </Entrance>
  );
};
