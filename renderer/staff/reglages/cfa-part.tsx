import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, client } from "../../ui/client.ts";
import { readCfa, toCfaDraft } from "../cfa/cfa-draft.ts";
import { CfaFields } from "../cfa/cfa-fields.tsx";
import { LogoInput } from "../common/logo-input.tsx";
import { DraftReader } from "../common/read-draft.ts";
import { useDraft } from "../common/use-draft.ts";
import { ReadPart } from "./read-part.tsx";
import { SaveForm } from "./save-form.tsx";
import { useSave } from "./use-save.ts";

type Settings = Awaited<ReturnType<typeof client.reglages.lireCfa>>;

export const CfaPart = () => {
  const settings = useQuery(api.reglages.lireCfa.queryOptions());
  return <ReadPart query={settings}>{(data) => <CfaForm settings={data} />}</ReadPart>;
};

const CfaForm = ({ settings }: { settings: Settings }) => {
  const draft = useDraft({ cfa: toCfaDraft(settings.cfa) }, ["cfa"]);
  const [logo, setLogo] = useState<File>();
  const save = useSave({
    draft,
    said: "La fiche du CFA est enregistrée.",
    keys: [api.reglages.key(), api.acces.key()],
    save: async (input: Settings) => {
      const logoId = logo ? (await client.reglages.deposerLogo({ fichier: logo })).logoId : input.cfa.logoId;
      await client.reglages.modifierCfa({ ...input, cfa: { ...input.cfa, ...(logoId ? { logoId } : {}) } });
    },
  });
  const submit = () => {
    const reader = new DraftReader();
    const cfa = readCfa(reader, draft.values.cfa, settings.cfa.logoId);
    if (reader.issues.length > 0) return draft.refuse(reader.issues);
    save.mutate({ cfa, delais: settings.delais });
  };
  return (
    <SaveForm
      title="Le CFA"
      help="Imprimé sur les CERFA, les conventions et les courriels à venir ; les dossiers déjà validés gardent ce qu’ils portaient."
      draft={draft}
      saving={save.isPending}
      error={save.error}
      onSubmit={submit}
    >
      <CfaFields draft={draft} />
      <LogoInput file={logo} onChange={setLogo} />
      {settings.cfa.logoId && !logo ? (
        <Text size="sm" c="dimmed">
          Un logo est déjà enregistré ; en choisir un autre le remplace.
        </Text>
      ) : null}
    </SaveForm>
  );
};
