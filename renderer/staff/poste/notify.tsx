import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { poste } from "../../ui/client.ts";
import { TextLink } from "../common/text-link.tsx";
import type { News } from "./news.ts";

/** Through the system alone: nothing in a browser. One that shows none is no reason to disturb: the screens say it too. */
export const notifyWorkstation = (
  one: Pick<News, "titre" | "corps"> & Partial<Pick<News, "chemin">>,
): void => {
  void poste?.notifier(one).catch(() => undefined);
};

/** Through the system where there is a workstation, on the page in a browser: both lead to the same place. */
export const notify = ({ titre, corps, chemin, lien }: News): void => {
  if (poste) {
    notifyWorkstation({ titre, corps, chemin });
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
