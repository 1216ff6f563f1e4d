import { Tabs } from "@mantine/core";
import { IconInbox, IconSend } from "@tabler/icons-react";
import { Page } from "../common/page.tsx";
import { useSession } from "../session/session.tsx";
import { Mailbox } from "./mailbox.tsx";
import { Outbox } from "./outbox.tsx";

export const CourrielsScreen = () => {
  const { etat } = useSession();
  return (
    <Page
      title="Courriels"
      intro="Tout ce que Cactus envoie, et ce qu’il en est advenu. Un échec se corrige depuis le dossier, puis se renvoie."
    >
      {etat.demo ? (
        <Tabs defaultValue="envois">
          <Tabs.List mb="md">
            <Tabs.Tab value="envois" leftSection={<IconSend size={16} />}>
              Envois
            </Tabs.Tab>
            <Tabs.Tab value="boite" leftSection={<IconInbox size={16} />}>
              Boîte de démonstration
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="envois">
            <Outbox />
          </Tabs.Panel>
          <Tabs.Panel value="boite">
            <Mailbox />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <Outbox />
      )}
    </Page>
  );
};
