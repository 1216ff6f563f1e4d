import { Alert, Button, Code, CopyButton, Group, Text } from "@mantine/core";

/** Shown once: only its hash is kept. */
export const GeneratedPassword = ({
  courriel,
  motDePasse,
  onClose,
}: {
  courriel: string;
  motDePasse: string;
  onClose: () => void;
}) => (
  <Alert color="blue" role="status" title={`Mot de passe de ${courriel}`}>
    <Text size="sm" mb="xs">
      Notez-le ou copiez-le maintenant&nbsp;: il ne s’affichera plus. Il devra être changé à la première
      connexion.
    </Text>
    <Group>
      <Code fz="md">{motDePasse}</Code>
      <CopyButton value={motDePasse}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy}>
            {copied ? "Copié" : "Copier"}
          </Button>
        )}
      </CopyButton>
      <Button size="xs" variant="subtle" onClick={onClose}>
        C’est noté
      </Button>
    </Group>
  </Alert>
);
