import { Box, FileButton, Text } from "@mantine/core";
import { IconFileDownload } from "@tabler/icons-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { useFileDrag } from "./file-drag.ts";
import { acceptFile, type FileRule } from "./file-rule.ts";
import classes from "./file-target.module.css";

/**
 * A card or a field that takes one file: chosen with its button, or dropped anywhere on it. Whoever drags a file sees
 * every place of the screen that takes one; checks and sentences are the same either way.
 */
export const FileTarget = ({
  rule,
  onFile,
  disabled = false,
  children,
}: {
  rule: FileRule;
  onFile: (file: File) => void;
  /** Takes nothing now: nothing shows that it would. */
  disabled?: boolean;
  /** Draws the place; its button gets these props. */
  children: (choose: { onClick: () => void }) => ReactNode;
}) => {
  const dragged = useFileDrag();
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  // The same file may be chosen again after a refusal.
  const reset = useRef<() => void>(null);
  const take = (files: readonly File[]) => {
    const answer = acceptFile(files, rule);
    reset.current?.();
    setRefusal("refusal" in answer ? answer.refusal : undefined);
    if ("file" in answer) onFile(answer.file);
  };
  const takes = ({ currentTarget, dataTransfer }: DragEvent<HTMLElement>): boolean =>
    !disabled && dataTransfer.types.includes("Files") && !currentTarget.closest("fieldset:disabled");
  return (
    <Box
      className={classes.target}
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!takes(event)) return;
        event.preventDefault();
        take([...event.dataTransfer.files]);
      }}
    >
      <FileButton
        accept={rule.types.join(",")}
        resetRef={reset}
        onChange={(file) => {
          if (file) take([file]);
        }}
      >
        {({ onClick }) => children({ onClick })}
      </FileButton>
      {refusal ? (
        <Text size="sm" c="var(--mantine-color-error)" mt={6} role="alert">
          {refusal}
        </Text>
      ) : null}
      {dragged && !disabled ? (
        <div className={classes.veil} data-over={over || undefined} aria-hidden>
          <IconFileDownload size={20} stroke={1.6} /> {rule.invitation}
        </div>
      ) : null}
    </Box>
  );
};
