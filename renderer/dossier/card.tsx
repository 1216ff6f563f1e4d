import { Group, Paper, Title } from "@mantine/core";
import type { ReactNode } from "react";

export const Card = ({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) => (
  <Paper component="section" withBorder p="md" aria-label={title}>
    <Group justify="space-between" mb="sm" wrap="nowrap">
      <Title order={2} size="h3">
        {title}
      </Title>
      {aside}
    </Group>
    {children}
  </Paper>
);
