import { Button, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useState } from "react";
import type { MiseAJour, PosteClient } from "../../../shared/api/poste/index.ts";
import { poste } from "../../ui/client.ts";
import { frenchError } from "../../ui/errors.ts";
import { useSession } from "../session/session.tsx";
import { usePosteEvents } from "./events.ts";

export type PosteState = Awaited<ReturnType<PosteClient["poste"]["etat"]>>;
const PosteContext = createContext<PosteState | undefined>(undefined);
/** This workstation; undefined in a browser. */
export const usePoste = (): PosteState | undefined => useContext(PosteContext);

const Saved = ({ nom, id }: { nom: string; id: string }) => (
  <Stack gap={6} align="flex-start">
    <Text size="sm" style={{ overflowWrap: "anywhere" }}>
      {`«\u00a0${nom}\u00a0» est enregistré.`}
    </Text>
    <Button
      size="compact-sm"
      variant="default"
      onClick={() =>
        poste
          ?.montrer({ id })
          .catch((error: unknown) => notifications.show({ color: "red", message: frenchError(error) }))
      }
    >
      Afficher dans le dossier
    </Button>
  </Stack>
);

/** What the workstation says, whatever the screen: documents saved, updates, waking, locking. */
export const PosteProvider = ({ children }: { children: ReactNode }) => {
  const queries = useQueryClient();
  const session = useSession();
  const [miseAJour, setMiseAJour] = useState<MiseAJour>();
  const { data } = useQuery({
    queryKey: ["poste"],
    queryFn: () => poste?.etat() ?? null,
    enabled: poste !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  usePosteEvents((event) => {
    switch (event.type) {
      case "dire":
        notifications.show({ color: event.ton === "erreur" ? "red" : "blue", message: event.message });
        break;
      case "enregistre":
        notifications.show({
          color: "green",
          autoClose: 12_000,
          message: <Saved nom={event.nom} id={event.id} />,
        });
        break;
      case "mise-a-jour":
        setMiseAJour(event.miseAJour);
        // Said once when it happens; « À propos » says it again.
        if (event.miseAJour.etat === "refusee")
          notifications.show({
            // Refused again every few hours, it is on the page once.
            id: "mise-a-jour-refusee",
            color: "red",
            autoClose: false,
            message: event.miseAJour.message,
          });
        break;
      case "reveil":
        void queries.invalidateQueries();
        break;
      case "commande":
        if (session.compte && !session.locked) void session.lock();
        break;
      default:
    }
  });
  return (
    <PosteContext.Provider value={data ? { ...data, miseAJour: miseAJour ?? data.miseAJour } : undefined}>
      {children}
    </PosteContext.Provider>
  );
};
