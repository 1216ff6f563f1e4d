import { Box, Center, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { CactusMark } from "../shell/cactus-mark.tsx";

/** The frame of every screen before the application opens: sign-in, lock, password, assistant. */
export const Entrance = ({
  title,
  subtitle,
  width = 440,
  children,
  footer,
}: {
  title: string;
  subtitle?: ReactNode;
  width?: number;
  children: ReactNode;
  footer?: ReactNode;
}) => (
  <Center mih="100vh" p="xl" bg="var(--mantine-color-body)" component="main">
    <Stack w="100%" maw={width} gap="lg">
      <Group justify="center" gap="xs">
        <CactusMark size={36} />
        <Text fw={700} size="xl">
          Cactus
        </Text>
      </Group>
      <Paper withBorder shadow="sm" p="xl" radius="md">
        <Title order={1} size="h3">
          {title}
        </Title>
        {subtitle ? (
          <Text c="dimmed" size="sm" mt={4}>
            {subtitle}
          </Text>
        ) : null}
        <Box mt="lg">{children}</Box>
      </Paper>
      {footer}
    </Stack>
  </Center>
);
