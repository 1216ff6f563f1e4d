import { Button, Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { DraftErrors } from "../common/draft-errors.tsx";
import { Section } from "../common/page.tsx";
import type { Draft } from "../common/use-draft.ts";
import { useLeaveGuard } from "../common/use-leave-guard.tsx";

/** One part of Réglages as a form: what went wrong on top, « Enregistrer » below. */
export const SaveForm = ({
  title,
  help,
  draft,
  saving,
  error,
  onSubmit,
  more,
  children,
}: {
  title: string;
  help?: ReactNode;
  // biome-ignore lint/suspicious/noExplicitAny: any draft
  draft: Draft<any>;
  saving: boolean;
  error: unknown;
  onSubmit: () => void;
  more?: ReactNode;
  children: ReactNode;
}) => {
  useLeaveGuard(draft.dirty);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Section title={title} help={help}>
        <DraftErrors draft={draft} error={error} />
        <Stack gap="md">{children}</Stack>
        <Group justify="flex-end">
          <Text size="sm" c="dimmed" role="status">
            {draft.dirty ? "Modifications à enregistrer" : ""}
          </Text>
          {more}
          <Button type="submit" loading={saving}>
            Enregistrer
          </Button>
        </Group>
      </Section>
    </form>
  );
};
