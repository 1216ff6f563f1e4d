import { Alert, Button, Code, Divider, List, Stack, Text, ThemeIcon } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { client } from "../../ui/client.ts";
import { saveFile } from "../../ui/download.ts";
import { DraftErrors } from "../common/draft-errors.tsx";
import { Section } from "../common/page.tsx";
import { useSession } from "../session/session.tsx";

export const MaintenancePart = () => {
  const { etat } = useSession();
  const verify = useMutation({ mutationFn: () => client.reglages.verifier() });
  const backup = useMutation({ mutationFn: () => client.reglages.sauvegarder() });
  const diagnostic = useMutation({
    mutationFn: () => client.reglages.diagnostic(),
    onSuccess: (file) => saveFile(file),
  });
  const broken = verify.data?.filter((one) => !one.ok).length ?? 0;
  return (
    <Stack gap="xl">
      <Section
        title="Vérifier l’intégrité"
        help="Relit la base, ses liens, la chaîne du journal et l’empreinte des dossiers validés. Rien n’est modifié."
      >
        <Button
          style={{ alignSelf: "flex-start" }}
          loading={verify.isPending}
          onClick={() => verify.mutate()}
        >
          Vérifier maintenant
        </Button>
        <DraftErrors error={verify.error} title="La vérification n’a pas abouti" />
        {verify.data ? (
          <Stack gap="sm" role="status">
            <Alert
              color={broken === 0 ? "green" : "red"}
              title={
                broken === 0 ? "Tout est en ordre" : `${broken} point${broken > 1 ? "s" : ""} à examiner`
              }
            >
              {broken === 0
                ? "Aucune anomalie."
                : "Faites une copie des données avant tout, puis appelez votre support informatique avec ces lignes."}
            </Alert>
            <List spacing={6} size="sm" center>
              {verify.data.map((one) => (
                <List.Item
                  key={one.point}
                  icon={
                    <ThemeIcon
                      size={20}
                      radius="xl"
                      color={one.ok ? "green" : "red"}
                      aria-label={one.ok ? "En ordre" : "Anomalie"}
                    >
                      {one.ok ? <IconCheck size={13} /> : <IconX size={13} />}
                    </ThemeIcon>
                  }
                >
                  <b>{one.point}</b>
                  {"\u00a0"}: {one.detail}
                </List.Item>
              ))}
            </List>
          </Stack>
        ) : null}
      </Section>
      <Divider />
      <Section
        title="Sauvegarder"
        help="Une copie complète et vérifiée de la base, dans le dossier de données. Gardez-en une ailleurs que sur ce poste."
      >
        <Button
          variant="light"
          style={{ alignSelf: "flex-start" }}
          loading={backup.isPending}
          onClick={() => backup.mutate()}
        >
          Sauvegarder maintenant
        </Button>
        <DraftErrors error={backup.error} title="La sauvegarde n’a pas abouti" />
        {backup.data ? (
          <Alert color="green" role="status" title="Sauvegarde faite et vérifiée">
            <Code>{backup.data.chemin}</Code>
          </Alert>
        ) : null}
      </Section>
      <Divider />
      <Section
        title="Diagnostic pour le support"
        help={
          "Un fichier zip à joindre à une demande d’aide\u00a0: versions, nombres, intégrité, réglages sans secret et journaux. Il ne contient aucune donnée personnelle."
        }
      >
        <Button
          variant="light"
          style={{ alignSelf: "flex-start" }}
          loading={diagnostic.isPending}
          onClick={() => diagnostic.mutate()}
        >
          Enregistrer un diagnostic
        </Button>
        <DraftErrors error={diagnostic.error} title="Le diagnostic n’a pas abouti" />
      </Section>
      <Text size="sm" c="dimmed">
        Cactus {etat.version}, base {etat.moteur === "sqlite" ? "SQLite" : "PostgreSQL"}.
      </Text>
    </Stack>
  );
};
