import { notifications } from "@mantine/notifications";
import { client } from "../../ui/client.ts";
import { runCommand, useCommand } from "../../ui/commands.ts";
import { frenchError } from "../../ui/errors.ts";
import { goBack, goForward, navigate } from "../shell/location.ts";
import { useInsideEvents } from "./events.ts";

/** `cactus://dossier/D2026-00042`: the dossier of that reference, if this person sees one. */
const openLink = async (reference: string): Promise<void> => {
  try {
    const { lignes } = await client.dossiers.lister({ filtre: { recherche: reference }, limite: 5 });
    const found = lignes.find((ligne) => ligne.reference === reference);
    if (found) navigate(`/dossiers/${found.id}`);
    else
      notifications.show({
        color: "orange",
        title: "Lien sans dossier",
        message: `Le lien «\u00a0cactus://dossier/${reference}\u00a0» ne mène à aucun dossier que vous puissiez voir.`,
      });
  } catch (error) {
    notifications.show({ color: "red", message: frenchError(error) });
  }
};

/** What the menu, a link or a notification asks of the person’s screen. */
export const useInside = ({ openPalette }: { openPalette: () => void }): void => {
  useCommand("precedent", goBack);
  useCommand("suivant", goForward);
  useCommand("palette", openPalette);
  useCommand("rechercher", openPalette);
  // Nothing is shown over the screen: it is what gets printed.
  useCommand("imprimer", () => window.print());
  useInsideEvents((event) => {
    if (event.type === "aller") navigate(event.chemin);
    else if (event.type === "lien") void openLink(event.reference);
    else runCommand(event.commande);
  });
};
