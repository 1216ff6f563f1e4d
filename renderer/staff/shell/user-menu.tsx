import { Avatar, Button, Group, Menu, Modal, Text, useMantineColorScheme } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconCheck, IconInfoCircle, IconKey, IconKeyboard, IconLock, IconLogout } from "@tabler/icons-react";
import { staffRoleLabels } from "../../../shared/workflow/index.ts";
import { openAbout } from "../poste/about.tsx";
import { usePoste } from "../poste/anywhere.tsx";
import { Keys, openShortcuts } from "../poste/keys.tsx";
import { ChangePassword } from "../session/change-password.tsx";
import { useCompte, useSession } from "../session/session.tsx";
import { schemes } from "./schemes.ts";

export const UserMenu = () => {
  const session = useSession();
  const compte = useCompte();
  const workstation = usePoste();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [changing, { open, close }] = useDisclosure(false);
  return (
    <>
      <Menu position="bottom-end" width={260} withinPortal>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            px="xs"
            title="Mon compte"
            leftSection={<Avatar size={28} name={compte.nom} color="initials" aria-hidden />}
          >
            <Text size="sm" truncate maw={180}>
              {compte.nom}
            </Text>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {staffRoleLabels[compte.role]} · {compte.courriel}
          </Menu.Label>
          <Menu.Item leftSection={<IconLock size={16} />} onClick={() => void session.lock()}>
            <Group justify="space-between">
              Verrouiller
              <Keys of="verrouiller" />
            </Group>
          </Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} />} onClick={open}>
            Changer de mot de passe
          </Menu.Item>
          <Menu.Divider />
          {schemes.map(({ value, label, icon: Icon }) => (
            <Menu.Item
              key={value}
              role="menuitemradio"
              aria-checked={colorScheme === value}
              leftSection={<Icon size={16} />}
              rightSection={colorScheme === value ? <IconCheck size={16} /> : null}
              onClick={() => setColorScheme(value)}
            >
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconInfoCircle size={16} />}
            onClick={() => openAbout(session.etat.version, workstation)}
          >
            À propos de Cactus
          </Menu.Item>
          <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openShortcuts}>
            Raccourcis clavier
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void session.signOut()}>
            Se déconnecter
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={changing} onClose={close} title="Changer de mot de passe" size="md">
        <ChangePassword
          onDone={() => {
            close();
            notifications.show({ color: "green", message: "Votre mot de passe est changé." });
          }}
          cancel={
            <Button variant="default" onClick={close}>
              Annuler
            </Button>
          }
        />
      </Modal>
    </>
  );
};
