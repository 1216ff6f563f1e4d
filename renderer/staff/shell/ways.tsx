import { ActionIcon, Group, Tooltip } from "@mantine/core";
import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import { keysText } from "../poste/keys.tsx";
import { goBack, goForward, useWays } from "./location.ts";
import classes from "./shell.module.css";

/** « Précédent » and « Suivant », as a window without a browser’s bar needs them. */
export const Ways = () => {
  const { back, forward } = useWays();
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={`Précédent (${keysText("precedent")})`} openDelay={500}>
        <ActionIcon
          className={classes.way}
          variant="subtle"
          color="gray"
          aria-label="Précédent"
          disabled={!back}
          onClick={goBack}
        >
          <IconArrowLeft size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`Suivant (${keysText("suivant")})`} openDelay={500}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Suivant"
          disabled={!forward}
          onClick={goForward}
        >
          <IconArrowRight size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
};
