import { Alert, Badge, Button, Group, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, client } from "../../ui/client.ts";
import { frenchError } from "../../ui/errors.ts";
import { Columns, DraftText } from "../common/fields.tsx";
import { DraftReader, orUndefined } from "../common/read-draft.ts";
import { useDraft } from "../common/use-draft.ts";
import { Editable } from "../session/editable.tsx";
import { useMay } from "../session/use-may.ts";
import { ReadPart } from "./read-part.tsx";
import { SaveForm } from "./save-form.tsx";
import { useSave } from "./use-save.ts";

type Portal = Awaited<ReturnType<typeof client.reglages.portail>>;
const words: Readonly<Record<Portal["etat"], { label: string; color: string }>> = {
  arrete: { label: "Arrêté", color: "gray" },
  demarrage: { label: "Démarrage…", color: "blue" },
  actif: { label: "En marche", color: "green" },
  "en-echec": { label: "En échec", color: "red" },
};

export const noticeReglages =
  "Vous pouvez lire ces réglages. Pour les modifier, adressez-vous à un administrateur de Cactus.";

/** Whoever keeps the desk starts and stops the portal; its address is the administrator’s. */
export const PortailPart = () => {
  const portal = useQuery({
    ...api.reglages.portail.queryOptions(),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.etat === "demarrage" ? 700 : 10_000),
  });
  return (
    <ReadPart query={portal}>
      {(data) => (
        <Stack gap="xl">
          <PortalState portal={data} />
          <Editable by="reglages.configurerPortail" notice={noticeReglages}>
            <PortalForm portal={data} />
          </Editable>
        </Stack>
      )}
    </ReadPart>
  );
};

const PortalState = ({ portal }: { portal: Portal }) => {
  const queries = useQueryClient();
  const running = portal.etat === "actif" || portal.etat === "demarrage";
  const mayStart = useMay("reglages.demarrerPortail");
  const mayStop = useMay("reglages.arreterPortail");
  const turn = useMutation({
    mutationFn: () => (running ? client.reglages.arreterPortail() : client.reglages.demarrerPortail()),
    onError: (error) => notifications.show({ color: "red", message: frenchError(error) }),
    onSettled: () => queries.invalidateQueries({ queryKey: api.reglages.portail.key() }),
  });
  return (
    <Stack gap="sm">
      <Group>
        <Text fw={600}>Le portail</Text>
        <Badge color={words[portal.etat].color} size="lg" role="status">
          {words[portal.etat].label}
        </Badge>
        {(running ? mayStop : mayStart) ? (
          <Button
            variant={running ? "default" : "filled"}
            loading={turn.isPending || portal.etat === "demarrage"}
            onClick={() => turn.mutate()}
          >
            {running ? "Arrêter le portail" : "Démarrer le portail"}
          </Button>
        ) : null}
      </Group>
      {portal.url ? (
        <Text size="sm">
          Sur ce poste{"\u00a0"}:{" "}
          <a href={portal.url} target="_blank" rel="noopener noreferrer">
            {portal.url}
          </a>
        </Text>
      ) : null}
      {portal.etat === "en-echec" ? (
        <Alert color="red" title="Le portail ne démarre pas">
          {portal.erreur ?? "Essayez un autre port, puis démarrez-le de nouveau."}
        </Alert>
      ) : null}
    </Stack>
  );
};

const PortalForm = ({ portal }: { portal: Portal }) => {
  const draft = useDraft({
    adressePublique: portal.adressePublique ?? "",
    port: String(portal.port),
  });
  const save = useSave({
    draft,
    said: "Le portail est réglé ; un changement de port vaut au prochain démarrage.",
    keys: [api.reglages.portail.key()],
    save: (input: Parameters<typeof client.reglages.configurerPortail>[0]) =>
      client.reglages.configurerPortail(input),
  });
  const submit = () => {
    const reader = new DraftReader();
    const port = reader.integer("port", draft.values.port, { min: 1, max: 65535 });
    if (draft.values.port.trim() === "")
      reader.refuse("port", "Indiquez le port ; 0 laisse le choix au poste.");
    const adressePublique = orUndefined(draft.values.adressePublique);
    if (adressePublique && !/^https?:\/\/[^\s]+$/.test(adressePublique))
      reader.refuse(
        "adressePublique",
        "L’adresse publique commence par https://, par exemple https://cactus.exemple.fr.",
      );
    if (reader.issues.length > 0) return draft.refuse(reader.issues);
    save.mutate({ port: port ?? 0, ...(adressePublique ? { adressePublique } : {}) });
  };
  return (
    <SaveForm
      title="Adresse du portail"
      help="Les alternants, les entreprises et les responsables de formation s’y connectent. Il n’écoute que ce poste : un serveur frontal (TLS) le publie à l’adresse publique, que les courriels portent."
      draft={draft}
      saving={save.isPending}
      error={save.error}
      onSubmit={submit}
    >
      <Columns>
        <DraftText
          draft={draft}
          path="adressePublique"
          label="Adresse publique"
          placeholder="https://cactus.exemple.fr"
        />
        <DraftText
          draft={draft}
          path="port"
          label="Port sur ce poste"
          description="0 : choisi au démarrage"
          inputMode="numeric"
        />
      </Columns>
    </SaveForm>
  );
};
