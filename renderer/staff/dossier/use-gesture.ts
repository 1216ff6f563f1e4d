import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { DossierVue } from "../../../shared/api/models.ts";
import { client } from "../../ui/client.ts";
import { frenchError, hasCode } from "../../ui/errors.ts";
import { useDossier } from "./context.ts";

export const notifyDone = (message: string): void => {
  notifications.show({ color: "cactus", message });
};
export const notifyError = (error: unknown, title = "L’action n’a pas abouti"): void => {
  notifications.show({ color: "red", title, message: frenchError(error), autoClose: 12_000 });
};

/** Runs a gesture that answers the whole dossier: saves what is typed first, shows the answer, says what happened. */
export const useGesture = () => {
  const { session } = useDossier();
  const [busy, setBusy] = useState<string>();
  const run = async (
    name: string,
    call: (at: { id: string; version: number }) => Promise<DossierVue>,
    done?: string,
  ): Promise<boolean> => {
    setBusy(name);
    try {
      if (!(await session.settle())) {
        notifications.show({
          color: "orange",
          title: "Une saisie n’est pas enregistrée",
          message:
            session.getState().erreur ??
            "Corrigez les saisies refusées (ou rétablissez-les), puis recommencez.",
        });
        return false;
      }
      const { id, version } = session.getState().view;
      session.adopt(await call({ id, version }));
      if (done) notifyDone(done);
      return true;
    } catch (error) {
      notifyError(error);
      if (hasCode(error, "CONFLIT"))
        await client.dossiers.lire({ id: session.getState().view.id }).then(session.adopt, () => undefined);
      return false;
    } finally {
      setBusy(undefined);
    }
  };
  return { run, busy };
};
