import { Alert, Button, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { nomenclature } from "../../../../shared/dossier/nomenclatures/index.ts";
import { Card } from "../../../dossier/card.tsx";
import { useDecision, useDossier } from "../../../dossier/context.ts";
import { api } from "../../../ui/client.ts";
import { frenchError, hasCode } from "../../../ui/errors.ts";
import { ErrorState, Loading } from "../../../ui/states.tsx";
import { useDeskGesture } from "../door.ts";
import { type DepositDraft, readDraft, type SuiviDepot, toDraft } from "./deposit-draft.ts";

const opcos = nomenclature("opco").items.map(({ label }) => label);

const Form = ({ depot, version }: { depot: SuiviDepot; version: number }) => {
  const { setDirty } = useDossier();
  const follow = useDecision("suivre");
  const { run, busy } = useDeskGesture();
  const [draft, setDraft] = useState<DepositDraft>(() => toDraft(depot));
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({});
  const [failure, setFailure] = useState<unknown>();
  const changed = JSON.stringify(draft) !== JSON.stringify(toDraft(depot));
  useEffect(() => {
    setDirty("depot", changed);
    return () => setDirty("depot", false);
  }, [changed, setDirty]);
  const put = (key: keyof DepositDraft, value: string) => setDraft((before) => ({ ...before, [key]: value }));
  const text = (key: keyof DepositDraft, label: string, date = false) => (
    <TextInput
      label={label}
      value={draft[key]}
      onChange={(event) => put(key, event.currentTarget.value)}
      error={errors[key]}
      placeholder={date ? "jj/mm/aaaa" : undefined}
      inputMode={date ? "numeric" : undefined}
      readOnly={!follow.permis}
      size="xs"
    />
  );
  const choice = (key: keyof DepositDraft, label: string, data: { value: string; label: string }[]) => (
    <Select
      label={label}
      data={data}
      value={draft[key] || null}
      onChange={(value) => put(key, value ?? "")}
      clearable={follow.permis}
      readOnly={!follow.permis}
      size="xs"
    />
  );
  const save = async () => {
    const read = readDraft(draft);
    setErrors(read.ok ? {} : read.errors);
    if (!read.ok) return;
    setFailure(undefined);
    await run(
      "depot",
      async (gestures, { id }) => {
        await gestures.suivi.ecrireDepot({ id, version, depot: read.depot });
        return undefined;
      },
      "Le suivi du dépôt est enregistré.",
      setFailure,
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          Signatures
        </Text>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {text("employeur", "Employeur, le", true)}
          {text("alternant", "Alternant, le", true)}
          {text("representantLegal", "Représentant légal, le", true)}
          {text("cfa", "Visa du CFA, le", true)}
        </SimpleGrid>
        <Text size="xs" c="dimmed">
          Dépôt et décision
        </Text>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          {choice("deposant", "Déposé par", [
            { value: "employeur", label: "L’employeur" },
            { value: "cfa", label: "Le CFA (mandat)" },
          ])}
          {text("deposeLe", "Déposé le", true)}
          {choice(
            "opco",
            "OPCO",
            [...new Set([...opcos, ...(draft.opco ? [draft.opco] : [])])].map((one) => ({
              value: one,
              label: one,
            })),
          )}
          {text("numeroInterne", "N° interne de l’OPCO")}
          {text("completLe", "Dossier complet le", true)}
          {choice("decision", "Décision", [
            { value: "accord", label: "Accord" },
            { value: "complement", label: "Complément demandé" },
            { value: "refus", label: "Refus" },
          ])}
          {text("decisionLe", "Décision du", true)}
          {text("numeroDepot", "N° de dépôt du contrat")}
        </SimpleGrid>
        <Textarea
          label="Motif ou remarque"
          value={draft.motif}
          onChange={(event) => put("motif", event.currentTarget.value)}
          readOnly={!follow.permis}
          maxLength={1000}
          autosize
          minRows={2}
          size="xs"
        />
        {failure ? (
          <Alert color="red" role="alert">
            {frenchError(failure)}
            {hasCode(failure, "CONFLIT")
              ? " Votre saisie est toujours là\u00a0: rechargez le dossier puis reportez-la."
              : null}
          </Alert>
        ) : null}
        {follow.permis ? (
          <Group justify="flex-end">
            <Button type="submit" size="xs" disabled={!changed} loading={busy === "depot"}>
              Enregistrer le suivi
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  );
};

/** Signatures, deposit, decision of the OPCO: what happens outside Cactus after the documents. */
export const DepositCard = () => {
  const { vue } = useDossier();
  const query = useQuery(api.suivi.lireDepot.queryOptions({ input: { id: vue.id } }));
  return (
    <Card title="Suivi du dépôt">
      {query.isPending ? <Loading height={120} /> : null}
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <Form key={query.data.version} depot={query.data.depot} version={query.data.version} />
      ) : null}
    </Card>
  );
};
