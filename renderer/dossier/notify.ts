import { notifications } from "@mantine/notifications";
import { frenchError } from "../ui/errors.ts";

export const notifyDone = (message: string): void => {
  notifications.show({ color: "cactus", message });
};
export const notifyError = (error: unknown, title = "L’action n’a pas abouti"): void => {
  notifications.show({ color: "red", title, message: frenchError(error), autoClose: 12_000 });
};
export const notifyUnsaved = (raison: string): void => {
  notifications.show({
    color: "orange",
    title: "Une saisie n’est pas enregistrée",
    message: raison,
    autoClose: 12_000,
  });
};
