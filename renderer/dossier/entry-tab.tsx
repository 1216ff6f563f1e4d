import { Button } from "@mantine/core";
import { IconCoinEuro } from "@tabler/icons-react";
import { useCallback } from "react";
import { contratOf, sectionRemunerationMinimale } from "../../shared/dossier/index.ts";
import type { Onglet } from "../../shared/dossier/kernel.ts";
import { type FormExtras, FormExtrasProvider, TabForm } from "../form/index.ts";
import { useDecision, useDossier } from "./context.ts";
import { Dates } from "./dates.tsx";
import { notifyDone } from "./notify.ts";
import { useGesture } from "./use-gesture.tsx";
import { words } from "./words.ts";

/** Fills the pay with the legal minimum of this contract, where its form asks for it. */
const usePayProposal = (): NonNullable<FormExtras["sectionAction"]> => {
  const { session } = useDossier();
  const write = useDecision("ecrire");
  const { run, busy } = useGesture();
  return (section) =>
    write.permis && section === sectionRemunerationMinimale[contratOf(session.getState().ctx.data)] ? (
      <Button
        size="compact-sm"
        variant="light"
        leftSection={<IconCoinEuro size={15} />}
        loading={busy === "remuneration"}
        onClick={() =>
          void run(
            "remuneration",
            (gestures, at) => gestures.proposerRemuneration(at),
            "La rémunération minimale légale est reprise.",
          )
        }
      >
        Proposer la rémunération minimale
      </Button>
    ) : null;
};

/** A tab to fill, drawn from the schema: the same for the staff, who fill on behalf of anyone, and for each party. */
export const EntryTab = ({
  onglet,
  fieldAction,
  onOpened,
}: Pick<FormExtras, "fieldAction"> & { onglet: Onglet; onOpened: () => void }) => {
  const { vue, audience } = useDossier();
  const sectionAction = usePayProposal();
  const wasOpen = vue.baseValidee;
  const validated = useCallback(
    (done: Onglet) => {
      const opened = done === "base" && !wasOpen;
      notifyDone(opened ? words[audience].baseValidee : "L’onglet est validé.");
      if (opened) onOpened();
    },
    [wasOpen, audience, onOpened],
  );
  return (
    <FormExtrasProvider fieldAction={fieldAction} sectionAction={sectionAction}>
      <TabForm onglet={onglet} header={onglet === "base" ? <Dates /> : undefined} onValidated={validated} />
    </FormExtrasProvider>
  );
};
