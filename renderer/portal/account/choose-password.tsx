import { Alert, Anchor, Button, PasswordInput, Stack } from "@mantine/core";
import { client } from "../client.ts";
import { Entrance } from "../entrance.tsx";
import { go } from "../route.ts";
import { useSession } from "../session.tsx";
import { useSmallForm } from "../use-form.ts";
import { NewPassword } from "./password-field.tsx";

/** G1: after the generated password, one’s own. */
export const ChoosePassword = () => {
  const { personne, enter } = useSession();
  const form = useSmallForm({ actuel: "", nouveau: "" });
  const first = personne?.aChanger ?? false;
  const { actuel, nouveau } = form.values;
  return (
    <Entrance
      title={first ? "Choisissez votre mot de passe" : "Changer mon mot de passe"}
      intro={
        first
          ? "Il remplace le mot de passe généré par Cactus, qui ne fonctionnera plus."
          : "Vos autres appareils seront déconnectés."
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.run(async () => {
            enter(await client.acces.choisirMotDePasse({ nouveau, ...(first ? {} : { actuel }) }));
            go("#/");
          });
        }}
      >
        <Stack>
          {form.error ? (
            <Alert color="red" role="alert">
              {form.error}
            </Alert>
          ) : null}
          {first ? null : (
            <PasswordInput
              label="Mot de passe actuel"
              autoComplete="current-password"
              required
              {...form.field("actuel")}
            />
          )}
          <NewPassword label="Nouveau mot de passe" {...form.field("nouveau")} />
          <Button type="submit" loading={form.busy}>
            Enregistrer
          </Button>
          {first ? null : (
            <Anchor href="#/" size="sm">
              Revenir aux dossiers
            </Anchor>
          )}
        </Stack>
      </form>
    </Entrance>
  );
};
