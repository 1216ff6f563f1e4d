import { notifications } from "@mantine/notifications";
import { IncidentReference } from "./incident-reference.tsx";

/** What no screen caught: said beside the work, which goes on. */
export const sayIncident = (reference: string | undefined): void => {
  notifications.show({
    color: "red",
    title: "Une erreur inattendue s’est produite",
    message: reference ? (
      <IncidentReference reference={reference} />
    ) : (
      "Rechargez la page si quelque chose ne répond plus."
    ),
    autoClose: 20_000,
  });
};
