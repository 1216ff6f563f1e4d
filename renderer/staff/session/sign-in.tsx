import { Button, Divider, Stack, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type StaffRole, staffRoleLabels } from "../../../shared/workflow/index.ts";
import { DraftErrors } from "../common/draft-errors.tsx";
import { useTitle } from "../common/title.ts";
import { CredentialsForm } from "./credentials-form.tsx";
import { Entrance } from "./entrance.tsx";
import { useSession } from "./session.tsx";

export const SignIn = () => {
  const { etat } = useSession();
  useTitle("Se connecter");
  return (
    <Entrance
      title="Se connecter"
      subtitle={etat.cfa?.denomination}
      footer={<Version version={etat.version} />}
    >
      <CredentialsForm action="Se connecter" />
      {etat.comptesDemo && etat.comptesDemo.length > 0 ? <DemoAccounts comptes={etat.comptesDemo} /> : null}
    </Entrance>
  );
};

const Version = ({ version }: { version: string }) => (
  <Text size="xs" c="dimmed" ta="center">
    Cactus {version}
  </Text>
);

const DemoAccounts = ({
  comptes,
}: {
  comptes: readonly { role: string; courriel: string; motDePasse: string }[];
}) => {
  const session = useSession();
  const signIn = useMutation({
    mutationFn: (compte: { courriel: string; motDePasse: string }) =>
      session.signIn(compte.courriel, compte.motDePasse),
  });
  return (
    <Stack gap="xs" mt="lg">
      <Divider label="Démonstration : entrer comme" labelPosition="center" />
      <DraftErrors error={signIn.error} title="Connexion impossible" />
      {comptes.map((compte) => (
        <Button
          key={compte.courriel}
          variant="default"
          justify="space-between"
          loading={signIn.isPending && signIn.variables?.courriel === compte.courriel}
          rightSection={
            <Text size="xs" c="dimmed">
              {compte.courriel}
            </Text>
          }
          onClick={() => signIn.mutate(compte)}
        >
          {staffRoleLabels[compte.role as StaffRole] ?? compte.role}
        </Button>
      ))}
    </Stack>
  );
};
