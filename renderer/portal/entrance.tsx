import { Center, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useSession } from "./session.tsx";

/** The frame of the pages before a dossier: one card, one thing to do. */
export const Entrance = ({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}) => {
  const { cfa } = useSession();
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack w="100%" maw={480}>
        <Text ta="center" fw={700} size="lg">
          Cactus
          <Text span display="block" size="sm" c="dimmed" fw={400}>
            {cfa}
          </Text>
        </Text>
        <Paper withBorder p="lg" radius="md">
          <Title order={1} size="h3">
            {title}
          </Title>
          {intro ? (
            <Text size="sm" c="dimmed" mt={4} mb="md">
              {intro}
            </Text>
          ) : null}
          {children}
        </Paper>
      </Stack>
    </Center>
  );
};
