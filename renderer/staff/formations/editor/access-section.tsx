import { Button, Checkbox, Divider, Group, Paper, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { client } from "../../../ui/client.ts";
import { frenchError } from "../../../ui/errors.ts";
import { Columns, DraftDate, DraftText } from "../../common/fields.tsx";
import { Section } from "../../common/page.tsx";
import { emptyVariante } from "./formation-draft.ts";
import { tidyCodeAcces } from "./read-formation.ts";
import type { SectionProps } from "./types.ts";

const propose = async (base?: string): Promise<string> => {
  try {
    return (await client.formations.proposerCode(base ? { base } : {})).code;
  } catch (error) {
    notifications.show({ color: "red", message: frenchError(error) });
    return "";
  }
};

/** G5: the code of the formation, and of each of its variants. */
export const AccessSection = ({ draft }: SectionProps) => {
  const { code, variantes } = draft.values;
  /** The server knows the codes taken; those just typed here, it does not. */
  const nextVariant = async () => {
    const proposed = code ? await propose(code) : "";
    const taken = new Set(variantes.map((one) => one.code));
    let n = Number(proposed.split("-")[1] ?? 0);
    while (n > 0 && n < 9 && taken.has(`${code}-${n}`)) n += 1;
    draft.set("variantes", [...variantes, { ...emptyVariante, code: n > 0 ? `${code}-${n}` : "" }]);
  };
  return (
    <Section
      id="formation-acces"
      title="Codes d’accès et variantes"
      help="L’alternant qui n’a pas été invité s’inscrit lui-même avec ce code. Une variante a ses propres code, dates et durée (deuxième année seulement, par exemple)."
    >
      <Group align="flex-end">
        <DraftText
          draft={draft}
          path="code"
          label="Code d’accès"
          placeholder="F728"
          w={140}
          required
          tidy={tidyCodeAcces}
        />
        <Button variant="default" onClick={async () => draft.set("code", (await propose()) || code)}>
          Proposer un code libre
        </Button>
      </Group>
      <CodeLimits
        draft={draft}
        prefix=""
        open="codeOuvert"
        from="codeOuvertDu"
        to="codeOuvertAu"
        max="codeInscriptionsMax"
      />
      <Divider label="Variantes" labelPosition="left" />
      {variantes.length === 0 ? (
        <Text size="sm" c="dimmed">
          Aucune variante&nbsp;: tous les alternants suivent la formation entière.
        </Text>
      ) : null}
      {variantes.map((one, index) => (
        <Paper key={one.id || `nouvelle-${index}`} withBorder p="md" bg="var(--cactus-fond-doux)">
          <Stack gap="sm">
            <Group align="flex-start" wrap="nowrap">
              <DraftText
                draft={draft}
                path={`variantes.${index}.libelle`}
                label="Nom de la variante"
                flex={1}
                required
              />
              <DraftText
                draft={draft}
                path={`variantes.${index}.code`}
                label="Code d’accès"
                w={140}
                required
                tidy={tidyCodeAcces}
              />
              <Button
                mt={26}
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={16} />}
                aria-label={`Retirer la variante ${one.libelle || one.code}`}
                onClick={() =>
                  draft.set(
                    "variantes",
                    variantes.filter((_, at) => at !== index),
                  )
                }
              >
                Retirer
              </Button>
            </Group>
            <Columns cols={3}>
              <DraftDate draft={draft} path={`variantes.${index}.dateDebut`} label="Début, s’il diffère" />
              <DraftDate draft={draft} path={`variantes.${index}.dateFin`} label="Fin, si elle diffère" />
              <DraftText
                draft={draft}
                path={`variantes.${index}.heures`}
                label="Durée en heures, si elle diffère"
                inputMode="numeric"
              />
            </Columns>
            <CodeLimits
              draft={draft}
              prefix={`variantes.${index}.`}
              open="ouvert"
              from="ouvertDu"
              to="ouvertAu"
              max="inscriptionsMax"
            />
          </Stack>
        </Paper>
      ))}
      <Button
        variant="light"
        leftSection={<IconPlus size={16} />}
        style={{ alignSelf: "flex-start" }}
        disabled={variantes.length >= 20}
        onClick={() => void nextVariant()}
      >
        Ajouter une variante
      </Button>
    </Section>
  );
};

const CodeLimits = ({
  draft,
  prefix,
  open,
  from,
  to,
  max,
}: SectionProps & { prefix: string; open: string; from: string; to: string; max: string }) => (
  <Stack gap="xs">
    <Checkbox label="Les inscriptions avec ce code sont ouvertes" {...draft.tick(`${prefix}${open}`)} />
    <Columns cols={3}>
      <DraftDate draft={draft} path={`${prefix}${from}`} label="Ouvertes à partir du" />
      <DraftDate draft={draft} path={`${prefix}${to}`} label="Jusqu’au" />
      <DraftText
        draft={draft}
        path={`${prefix}${max}`}
        label="Nombre d’inscriptions, au plus"
        inputMode="numeric"
      />
    </Columns>
  </Stack>
);
