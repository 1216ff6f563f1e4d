import { Alert } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useForm, useSessionState } from "./context.ts";

/** What had not reached the server at the last closing has come back: said once, closable. */
export const DraftNotice = () => {
  const { session } = useForm();
  const repris = useSessionState(session, (state) => state.repris);
  if (repris === 0) return null;
  return (
    <Alert
      color="blue"
      icon={<IconHistory size={18} />}
      withCloseButton
      closeButtonLabel="Fermer"
      onClose={session.dismissRestored}
      title={
        repris === 1
          ? "Une saisie non enregistrée a été reprise"
          : `${repris} saisies non enregistrées ont été reprises`
      }
    >
      Elles datent de la dernière ouverture du dossier sur ce poste et s’enregistrent à présent&#8239;; celles
      qui sont à corriger le disent sous leur champ.
    </Alert>
  );
};
