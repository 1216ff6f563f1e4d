import { Box, Button, Container, Group, Menu, Text } from "@mantine/core";
import { IconKey, IconLogout, IconUserCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useSession } from "./session.tsx";

/** Head of every signed-in page: the CFA, who is there, the way out. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const { cfa, personne, leave } = useSession();
  return (
    <>
      <Box
        component="header"
        py="xs"
        style={{ borderBottom: "1px solid var(--mantine-color-default-border)" }}
      >
        <Container size="lg">
          <Group justify="space-between" wrap="nowrap">
            <Text component="a" href="#/" fw={700} c="inherit" td="none">
              Cactus
              <Text span c="dimmed" fw={400} visibleFrom="sm">
                {" "}
                {cfa}
              </Text>
            </Text>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="subtle" color="gray" leftSection={<IconUserCircle size={20} />}>
                  {personne?.nom || personne?.courriel}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconKey size={16} />} component="a" href="#/mon-mot-de-passe">
                  Changer mon mot de passe
                </Menu.Item>
                <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
                  Se déconnecter
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Container>
      </Box>
      <Container size="lg" py="md" component="main">
        {children}
      </Container>
    </>
  );
};
