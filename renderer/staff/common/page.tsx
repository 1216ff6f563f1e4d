import { Box, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTitle } from "./title.ts";

/** Title, a sentence of intent, and the actions of a screen. */
export const Page = ({
  title,
  intro,
  actions,
  children,
}: {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) => {
  useTitle(title);
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Box>
          <Title order={1} size="h2">
            {title}
          </Title>
          {intro ? (
            <Text c="dimmed" mt={4} maw={760}>
              {intro}
            </Text>
          ) : null}
        </Box>
        {actions ? (
          <Group gap="sm" wrap="nowrap">
            {actions}
          </Group>
        ) : null}
      </Group>
      {children}
    </Stack>
  );
};

/** A titled block of a form. */
export const Section = ({
  title,
  help,
  id,
  children,
}: {
  title: string;
  help?: ReactNode;
  id?: string;
  children: ReactNode;
}) => (
  <Box component="section" id={id} aria-label={title}>
    <Title order={2} size="h3">
      {title}
    </Title>
    {help ? (
      <Text size="sm" c="dimmed" maw={760}>
        {help}
      </Text>
    ) : null}
    <Stack gap="md" mt="sm">
      {children}
    </Stack>
  </Box>
);
