import { Button, Center, Group, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { IconAlertTriangle, IconHome, IconRefresh } from "@tabler/icons-react";
import { Component, type ReactNode } from "react";
import { IncidentReference } from "./incident-reference.tsx";
import type { Report } from "./report.ts";

interface Failed {
  readonly failed: boolean;
  /** Absent while the server is being told, or when it could not be. */
  readonly reference?: string | undefined;
}
const whole: Failed = { failed: false, reference: undefined };

/** A screen that cannot be drawn: said, with the reference of the log and two ways on. Going elsewhere tries again. */
export class ErrorBoundary extends Component<{ children: ReactNode; report: Report }, Failed> {
  override state: Failed = whole;

  static getDerivedStateFromError(): Failed {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    void this.props.report("rendu", error).then((reference) => this.setState({ reference }));
    window.addEventListener("hashchange", this.tryAgain);
  }

  override componentWillUnmount(): void {
    window.removeEventListener("hashchange", this.tryAgain);
  }

  private readonly tryAgain = (): void => {
    window.removeEventListener("hashchange", this.tryAgain);
    this.setState(whole);
  };

  private readonly goHome = (): void => {
    window.location.hash = "#/";
    this.tryAgain();
  };

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const { reference } = this.state;
    return (
      <Center mih="60vh" p="xl">
        <Stack align="center" gap="sm" maw={520} role="alert">
          <ThemeIcon variant="light" color="red" size={56} radius="xl" aria-hidden>
            <IconAlertTriangle size={30} stroke={1.5} />
          </ThemeIcon>
          <Title order={2} ta="center" size="h3">
            Cet écran a rencontré une erreur
          </Title>
          <Text ta="center" c="dimmed">
            Ce qui était enregistré l’est toujours. Rechargez la page{"\u202f"}; si l’erreur revient, donnez
            cette référence à l’administrateur du CFA.
          </Text>
          {reference ? <IncidentReference reference={reference} /> : null}
          <Group justify="center" mt="sm">
            <Button leftSection={<IconRefresh size={16} />} onClick={() => window.location.reload()}>
              Recharger
            </Button>
            <Button variant="default" leftSection={<IconHome size={16} />} onClick={this.goHome}>
              Retour à l’accueil
            </Button>
          </Group>
        </Stack>
      </Center>
    );
  }
}
