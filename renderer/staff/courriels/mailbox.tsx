import {
  Box,
  Grid,
  Group,
  NavLink,
  Paper,
  ScrollArea,
  SegmentedControl,
  Stack,
  Text,
  Title,
} from "@mantine/core";
import { IconInbox, IconMail } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../ui/client.ts";
import { EmptyState, ErrorState, Loading } from "../../ui/states.tsx";
import { instantFr } from "../common/french.ts";
import classes from "./mailbox.module.css";

/** What the embedded SMTP sink of the demonstration received: as the alternant, the company, the formation read it. */
export const Mailbox = () => {
  const box = useQuery({ ...api.courriels.boite.queryOptions(), staleTime: 0, refetchInterval: 5000 });
  const [chosen, setChosen] = useState<string>();
  if (box.isPending) return <Loading label="Ouverture de la boîte…" />;
  if (box.isError) return <ErrorState error={box.error} onRetry={() => void box.refetch()} />;
  const { messages } = box.data;
  if (messages.length === 0)
    return (
      <EmptyState icon={IconInbox} title="La boîte est vide">
        Invitez un alternant ou demandez une validation&nbsp;: le message arrivera ici.
      </EmptyState>
    );
  const open = chosen ?? messages[0]?.id;
  return (
    <Grid>
      <Grid.Col span={5}>
        <Paper withBorder>
          <ScrollArea h="calc(100vh - 290px)" type="auto">
            {messages.map((one) => (
              <NavLink
                key={one.id}
                component="button"
                type="button"
                active={one.id === open}
                aria-current={one.id === open ? "true" : undefined}
                label={one.sujet}
                description={`${one.a} · ${instantFr(one.recuLe)}`}
                onClick={() => setChosen(one.id)}
              />
            ))}
          </ScrollArea>
        </Paper>
      </Grid.Col>
      <Grid.Col span={7}>{open ? <Message key={open} id={open} /> : null}</Grid.Col>
    </Grid>
  );
};

/** A mail carries its styles in attributes, which our content policy refuses: put aside, then set one by one. */
const withoutStyles = (html: string): string => html.replaceAll(' style="', ' data-style="');
const applyStyles = (message: Document | null): void => {
  for (const element of message?.querySelectorAll<HTMLElement>("[data-style]") ?? [])
    element.style.cssText = element.dataset.style ?? "";
};

const Message = ({ id }: { id: string }) => {
  const message = useQuery(api.courriels.lireMessage.queryOptions({ input: { id } }));
  const [shape, setShape] = useState("html");
  if (message.isPending) return <Loading label="Ouverture du message…" />;
  if (message.isError) return <ErrorState error={message.error} onRetry={() => void message.refetch()} />;
  const { a, de, sujet, recuLe, html, texte } = message.data;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Group gap="xs" wrap="nowrap">
            <IconMail size={20} aria-hidden />
            <Title order={2} size="h4">
              {sujet}
            </Title>
          </Group>
          {html ? (
            <SegmentedControl
              size="xs"
              style={{ flexShrink: 0 }}
              aria-label="Présentation du message"
              data={[
                { value: "html", label: "Mise en forme" },
                { value: "texte", label: "Texte" },
              ]}
              value={shape}
              onChange={setShape}
            />
          ) : null}
        </Group>
        <Text size="sm" c="dimmed">
          De {de}
          <br />À {a}, le {instantFr(recuLe)}
        </Text>
        {html && shape === "html" ? (
          // Neither scripts nor forms; of our origin only so that its styles can be applied.
          <iframe
            className={classes.message}
            sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            referrerPolicy="no-referrer"
            onLoad={(event) => applyStyles(event.currentTarget.contentDocument)}
            title={`Message : ${sujet}`}
            srcDoc={`<base target="_blank">${withoutStyles(html)}`}
          />
        ) : (
          <Box component="pre" className={classes.text}>
            {texte}
          </Box>
        )}
      </Stack>
    </Paper>
  );
};
