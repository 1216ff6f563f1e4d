import { Alert, Divider, Group, Loader, Modal, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Field } from "../../shared/dossier/kernel.ts";
import { frenchError } from "../ui/errors.ts";
import { useForm } from "./context.ts";
import { Article, Calcul, GraviteBadge } from "./finding.tsx";
import type { Explanation } from "./model.ts";

const Rule = ({ rule }: { rule: Explanation["regles"][number] }) => (
  <Stack gap={4}>
    <Group gap="xs" wrap="nowrap" align="flex-start">
      {rule.constat ? <GraviteBadge gravite={rule.constat.gravite} /> : null}
      <Text size="sm" fw={500}>
        {rule.titre}
      </Text>
    </Group>
    {rule.constat ? <Text size="sm">{rule.constat.message}</Text> : null}
    <Calcul calcul={rule.constat?.calcul} />
    <Article article={rule.article} />
  </Stack>
);

const Content = ({ explanation }: { explanation: Explanation }) => (
  <Stack gap="sm">
    <Text size="sm" fw={500}>
      {explanation.obligation}
    </Text>
    {explanation.aide ? <Text size="sm">{explanation.aide}</Text> : null}
    {explanation.source ? <Article article={explanation.source} /> : null}
    {explanation.regles.length > 0 ? (
      <Divider label="Les contrôles de ce champ" labelPosition="left" />
    ) : null}
    {explanation.regles.map((rule) => (
      <Rule key={rule.regle} rule={rule} />
    ))}
  </Stack>
);

/** « Pourquoi ? » on a field: the rule, the article, the values it used. What is typed is saved first. */
export const ExplainDialog = ({ field, onClose }: { field: Field; onClose: () => void }) => {
  const { session } = useForm();
  const [answer, setAnswer] = useState<{ explanation?: Explanation; error?: unknown }>({});
  useEffect(() => {
    let alive = true;
    const ask = async () => {
      await session.settle();
      const explanation = await session.explain(field.id);
      if (alive && explanation) setAnswer({ explanation });
    };
    ask().catch((error: unknown) => alive && setAnswer({ error }));
    return () => {
      alive = false;
    };
  }, [session, field.id]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`Pourquoi «\u00a0${answer.explanation?.libelle ?? field.label}\u00a0»\u202f?`}
    >
      {answer.explanation ? <Content explanation={answer.explanation} /> : null}
      {answer.error ? <Alert color="red">{frenchError(answer.error)}</Alert> : null}
      {!answer.explanation && !answer.error ? <Loader size="sm" aria-label="Chargement" /> : null}
    </Modal>
  );
};
