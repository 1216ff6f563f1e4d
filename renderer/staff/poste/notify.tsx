import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { poste } from "../../ui/client.ts";
import { TextLink } from "../common/text-link.tsx";
import type { News } from "./news.ts";

/** Through the system where there is a workstation, on the page in a browser: both lead to the same place. */
export const notify = ({ titre, corps, chemin, lien }: News): void => {
  if (poste) {
    // A system that shows none is no reason to disturb: the screens say it as well.
    void poste.notifier({ titre, corps, chemin }).catch(() => undefined);
    return;
  }
  const id = notifications.show({
    title: titre,
    color: "blue",
    autoClose: 15_000,
    message: (
      <Stack gap={4} align="flex-start">
        <Text size="sm">{corps}</Text>
        <TextLink href={chemin} onClick={() => notifications.hide(id)}>
          {lien}
        </TextLink>
      </Stack>
    ),
  });
};
