import { useQuery } from "@tanstack/react-query";
import { api, client } from "../../ui/client.ts";
import { Columns, DraftText } from "../common/fields.tsx";
import { DraftReader } from "../common/read-draft.ts";
import { useDraft } from "../common/use-draft.ts";
import { ReadPart } from "./read-part.tsx";
import { SaveForm } from "./save-form.tsx";
import { useSave } from "./use-save.ts";

type Settings = Awaited<ReturnType<typeof client.reglages.lireAnnuaire>>;

export const AnnuairePart = () => {
  const settings = useQuery(api.reglages.lireAnnuaire.queryOptions());
  return <ReadPart query={settings}>{(data) => <AnnuaireForm settings={data} />}</ReadPart>;
};

const AnnuaireForm = ({ settings }: { settings: Settings }) => {
  const draft = useDraft({ url: settings.url, delaiMs: String(settings.delaiMs / 1000).replace(".", ",") });
  const save = useSave({
    draft,
    said: "L’annuaire des entreprises est réglé.",
    keys: [api.reglages.lireAnnuaire.key()],
    save: (input: Settings) => client.reglages.modifierAnnuaire(input),
  });
  const submit = () => {
    const reader = new DraftReader();
    const url = reader.text("url", draft.values.url, "Indiquez l’adresse de l’annuaire.");
    if (url && !URL.canParse(url))
      reader.refuse("url", "Cette adresse n’en est pas une : elle commence par https://.");
    const seconds = Number(draft.values.delaiMs.replace(",", "."));
    if (!(seconds >= 0.5 && seconds <= 30))
      reader.refuse("delaiMs", "Indiquez une attente de 0,5 à 30 secondes.");
    if (reader.issues.length > 0) return draft.refuse(reader.issues);
    save.mutate({ url, delaiMs: Math.round(seconds * 1000) });
  };
  return (
    <SaveForm
      title="Annuaire des entreprises"
      help="Le service public de l’État qui donne le nom, l’adresse et l’activité d’un établissement à partir de son SIRET. Sans réponse, la saisie continue à la main."
      draft={draft}
      saving={save.isPending}
      error={save.error}
      onSubmit={submit}
    >
      <Columns>
        <DraftText draft={draft} path="url" label="Adresse du service" inputMode="url" required />
        <DraftText
          draft={draft}
          path="delaiMs"
          label="Attente au plus, en secondes"
          inputMode="decimal"
          required
        />
      </Columns>
    </SaveForm>
  );
};
