import {
  Alert,
  Anchor,
  Button,
  Center,
  Paper,
  PasswordInput,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useState } from "react";
import type { Contrat } from "../../../shared/dossier/kernel.ts";
import { client } from "../client.ts";
import { useSession } from "../session.tsx";
import { useSmallForm } from "../use-form.ts";

const SignIn = () => {
  const { enter } = useSession();
  const form = useSmallForm({ courriel: "", motDePasse: "", code: "" });
  const [phone, setPhone] = useState(false);
  const [asked, setAsked] = useState<string>();
  const { courriel, motDePasse, code } = form.values;
  return (
    <Paper withBorder p="lg" radius="md" component="section" aria-labelledby="se-connecter">
      <Title order={2} size="h3" id="se-connecter">
        Se connecter
      </Title>
      <Text size="sm" c="dimmed" mt={4}>
        Vous avez été invité(e) par courriel – alternant, entreprise ou formation –, ou vous vous êtes déjà
        connecté(e).
      </Text>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void form.run(async () =>
            enter(
              phone
                ? await client.acces.connexionTelephone({ courriel, code })
                : await client.acces.connexion({ courriel, motDePasse }),
            ),
          );
        }}
      >
        <Stack gap="sm" mt="md">
          {form.error ? (
            <Alert color="red" role="alert">
              {form.error}
              {/expiré/.test(form.error) ? (
                <Anchor
                  component="button"
                  type="button"
                  display="block"
                  mt={4}
                  onClick={() =>
                    void form.run(async () =>
                      setAsked((await client.acces.redemanderInvitation({ courriel })).message),
                    )
                  }
                >
                  Recevoir une nouvelle invitation
                </Anchor>
              ) : null}
            </Alert>
          ) : null}
          {asked ? (
            <Alert color="green" role="status">
              {asked}
            </Alert>
          ) : null}
          <TextInput
            label="Courriel"
            type="email"
            autoComplete="username"
            required
            {...form.field("courriel")}
          />
          {phone ? (
            <TextInput
              label="Code dicté par téléphone"
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              {...form.field("code")}
            />
          ) : (
            <PasswordInput
              label="Mot de passe"
              autoComplete="current-password"
              required
              visibilityToggleButtonProps={{ "aria-label": "Afficher le mot de passe" }}
              {...form.field("motDePasse")}
            />
          )}
          <Button type="submit" loading={form.busy}>
            Se connecter
          </Button>
          <Anchor href="#/mot-de-passe-oublie" size="sm">
            Mot de passe oublié
          </Anchor>
          <Anchor component="button" type="button" size="sm" ta="left" onClick={() => setPhone(!phone)}>
            {phone ? "Se connecter avec un mot de passe" : "J’ai un code dicté par téléphone"}
          </Anchor>
        </Stack>
      </form>
    </Paper>
  );
};

const contratLabels: Readonly<Record<Contrat, string>> = {
  apprentissage: "Contrat d’apprentissage",
  professionnalisation: "Contrat de professionnalisation",
};

const SignUp = () => {
  const form = useSmallForm({ code: "", prenom: "", nom: "", courriel: "" });
  const [formation, setFormation] = useState<string>();
  const [offered, setOffered] = useState<readonly Contrat[]>([]);
  const [contrat, setContrat] = useState<Contrat>("apprentissage");
  const [sent, setSent] = useState<string>();
  const { code, prenom, nom, courriel } = form.values;
  return (
    <Paper withBorder p="lg" radius="md" component="section" aria-labelledby="s-inscrire">
      <Title order={2} size="h3" id="s-inscrire">
        S’inscrire avec un code d’accès
      </Title>
      <Text size="sm" c="dimmed" mt={4}>
        Vous êtes alternant et votre formation vous a remis un code, par exemple F728 ou F724-2.
      </Text>
      {sent ? (
        <Alert color="green" mt="md" role="status" title="Presque fini">
          {sent}
        </Alert>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void form.run(async () => {
              if (formation === undefined) {
                const found = await client.acces.verifierCode({ code });
                setOffered(found.contrats);
                setContrat("apprentissage");
                setFormation(found.variante ? `${found.formation} – ${found.variante}` : found.formation);
              } else
                setSent((await client.acces.inscription({ code, prenom, nom, courriel, contrat })).message);
            });
          }}
        >
          <Stack gap="sm" mt="md">
            {form.error ? (
              <Alert color="red" role="alert">
                {form.error}
              </Alert>
            ) : null}
            <TextInput
              label="Code d’accès"
              autoComplete="off"
              autoCapitalize="characters"
              required
              readOnly={formation !== undefined}
              {...form.field("code")}
            />
            {formation === undefined ? null : (
              <>
                <Alert color="green" title="Votre formation">
                  {formation}
                </Alert>
                {offered.length > 1 ? (
                  <Radio.Group
                    label="Votre contrat"
                    description={"Votre entreprise le sait\u00a0: demandez-lui si vous hésitez."}
                    value={contrat}
                    onChange={(value) => setContrat(value as Contrat)}
                    required
                  >
                    <Stack gap={6} mt={6}>
                      {offered.map((one) => (
                        <Radio key={one} value={one} label={contratLabels[one]} />
                      ))}
                    </Stack>
                  </Radio.Group>
                ) : null}
                <TextInput label="Prénom" autoComplete="given-name" required {...form.field("prenom")} />
                <TextInput
                  label="Nom de naissance"
                  autoComplete="family-name"
                  required
                  {...form.field("nom")}
                />
                <TextInput
                  label="Votre courriel"
                  type="email"
                  autoComplete="email"
                  required
                  {...form.field("courriel")}
                />
              </>
            )}
            <Button type="submit" variant={formation === undefined ? "light" : "filled"} loading={form.busy}>
              {formation === undefined ? "Continuer" : "M’inscrire"}
            </Button>
            {formation === undefined ? null : (
              <Anchor
                component="button"
                type="button"
                size="sm"
                ta="left"
                onClick={() => setFormation(undefined)}
              >
                Changer de code
              </Anchor>
            )}
          </Stack>
        </form>
      )}
    </Paper>
  );
};

/** G2: on the left those who have an account, on the right those who have a code; one above the other on a phone. */
export const Welcome = () => {
  const { cfa } = useSession();
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack w="100%" maw={920} gap="lg">
        <Title order={1} ta="center" size="h2">
          Cactus
          <Text span display="block" size="md" c="dimmed" fw={400}>
            {cfa ? `Contrats d’alternance – ${cfa}` : "Contrats d’alternance"}
          </Text>
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          <SignIn />
          <SignUp />
        </SimpleGrid>
      </Stack>
    </Center>
  );
};
