import { useQuery } from "@tanstack/react-query";
import { api, client } from "../../ui/client.ts";
import { Columns, DraftText } from "../common/fields.tsx";
import { DraftReader } from "../common/read-draft.ts";
import { useDraft } from "../common/use-draft.ts";
import { ReadPart } from "./read-part.tsx";
import { SaveForm } from "./save-form.tsx";
import { useSave } from "./use-save.ts";

type Settings = Awaited<ReturnType<typeof client.reglages.lireCfa>>;

export const DelaysPart = () => {
  const settings = useQuery(api.reglages.lireCfa.queryOptions());
  return <ReadPart query={settings}>{(data) => <DelaysForm settings={data} />}</ReadPart>;
};

const DelaysForm = ({ settings }: { settings: Settings }) => {
  const draft = useDraft(
    {
      invitationJours: String(settings.delais.invitationJours),
      verrouillageMinutes: String(settings.delais.verrouillageMinutes),
    },
    ["delais"],
  );
  const save = useSave({
    draft,
    said: "Les délais sont enregistrés.",
    keys: [api.reglages.key()],
    save: (input: Settings) => client.reglages.modifierCfa(input),
  });
  const submit = () => {
    const reader = new DraftReader();
    const { invitationJours, verrouillageMinutes } = draft.values;
    if (invitationJours.trim() === "") reader.refuse("invitationJours", "Indiquez un nombre de jours.");
    if (verrouillageMinutes.trim() === "")
      reader.refuse("verrouillageMinutes", "Indiquez un nombre de minutes.");
    const delais = {
      invitationJours:
        reader.integer("invitationJours", invitationJours, { min: 1, max: 365, unit: "jours" }) ?? 30,
      verrouillageMinutes:
        reader.integer("verrouillageMinutes", verrouillageMinutes, { min: 1, max: 240, unit: "minutes" }) ??
        30,
    };
    if (reader.issues.length > 0) return draft.refuse(reader.issues);
    save.mutate({ cfa: settings.cfa, delais });
  };
  return (
    <SaveForm title="Délais" draft={draft} saving={save.isPending} error={save.error} onSubmit={submit}>
      <Columns>
        <DraftText
          draft={draft}
          path="invitationJours"
          label="Durée d’une invitation, en jours"
          description="Passé ce délai sans première connexion, l’invitation se redemande ou se renvoie"
          inputMode="numeric"
          required
        />
        <DraftText
          draft={draft}
          path="verrouillageMinutes"
          label="Verrouillage après, en minutes"
          description="Sans clavier ni souris, l’écran se verrouille et la session se ferme"
          inputMode="numeric"
          required
        />
      </Columns>
    </SaveForm>
  );
};
