import { ActionIcon, Button, TextInput, Tooltip } from "@mantine/core";
import { IconEye, IconEyeOff, IconPencil } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { displayValue } from "../../../shared/dossier/index.ts";
import { frenchError } from "../../ui/errors.ts";
import { useForm } from "../context.ts";
import type { ControlProps } from "./frame.ts";
import { frameProps, placeholderOf } from "./frame-props.tsx";

const shownForMs = 30_000;

/** The NIR: masked; « Afficher » is recorded in the history, and the value hides again by itself. */
export const SensitiveControl = ({ typed, ...props }: ControlProps & { readonly typed: boolean }) => {
  const { session, mayReveal } = useForm();
  const [editing, setEditing] = useState(false);
  const [clear, setClear] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const { field, form, raw, onType } = props;
  const masked = raw !== "" && !typed && !editing;
  useEffect(() => {
    if (clear === undefined) return;
    const timer = setTimeout(() => setClear(undefined), shownForMs);
    return () => clearTimeout(timer);
  }, [clear]);
  useEffect(() => {
    if (editing) input.current?.focus();
  }, [editing]);
  const reveal = async () => {
    if (clear !== undefined) return setClear(undefined);
    try {
      setFailure(undefined);
      setClear(await session.reveal(field.id));
    } catch (error) {
      setFailure(frenchError(error));
    }
  };
  const frame = frameProps({
    ...props,
    description: failure ?? props.description,
    readOnly: props.readOnly || masked,
    action: masked ? (
      <>
        {mayReveal ? (
          <Tooltip label="L’affichage du NIR est inscrit dans l’historique">
            <Button
              variant="default"
              px="xs"
              leftSection={clear === undefined ? <IconEye size={16} /> : <IconEyeOff size={16} />}
              onClick={() => void reveal()}
            >
              {clear === undefined ? "Afficher" : "Masquer"}
            </Button>
          </Tooltip>
        ) : null}
        {props.readOnly ? null : (
          <ActionIcon
            variant="default"
            size={36}
            aria-label="Modifier"
            aria-describedby={`${props.id}-label`}
            onClick={() => {
              setClear(undefined);
              setEditing(true);
            }}
          >
            <IconPencil size={16} />
          </ActionIcon>
        )}
      </>
    ) : undefined,
  });
  return (
    <TextInput
      {...frame}
      ref={input}
      value={
        masked
          ? clear === undefined
            ? String(raw)
            : displayValue(field, clear, form)
          : typed
            ? String(raw)
            : ""
      }
      onChange={(event) => onType(event.currentTarget.value)}
      onBlur={() => {
        setEditing(false);
        props.onLeave();
      }}
      placeholder={placeholderOf(props)}
      autoComplete="off"
      spellCheck={false}
    />
  );
};
