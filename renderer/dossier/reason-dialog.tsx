import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";

/** A gesture that needs a reason: it is asked, kept and shown to the people concerned. */
export const ReasonDialog = ({
  title,
  explanation,
  label = "Motif",
  placeholder,
  confirm,
  color,
  busy,
  onConfirm,
  onClose,
}: {
  title: string;
  explanation?: ReactNode;
  label?: string;
  placeholder?: string;
  confirm: string;
  color?: string;
  busy: boolean;
  onConfirm: (motif: string) => void;
  onClose: () => void;
}) => {
  const [motif, setMotif] = useState("");
  const [tried, setTried] = useState(false);
  const empty = motif.trim() === "";
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!empty) onConfirm(motif.trim());
        }}
      >
        <Stack gap="md">
          {explanation ? <Text size="sm">{explanation}</Text> : null}
          <Textarea
            label={label}
            placeholder={placeholder}
            value={motif}
            onChange={(event) => setMotif(event.currentTarget.value)}
            error={tried && empty ? "Indiquez un motif." : undefined}
            autosize
            minRows={3}
            maxLength={2000}
            withAsterisk
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Annuler
            </Button>
            <Button type="submit" color={color} loading={busy}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
