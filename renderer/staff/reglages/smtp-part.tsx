import { Alert, Button, Divider, Group, Select, Stack, Text } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Smtp } from "../../../shared/api/staff/office.ts";
import { tidyEmail } from "../../../shared/dossier/formats/index.ts";
import { api, client } from "../../ui/client.ts";
import { frenchError } from "../../ui/errors.ts";
import { Columns, DraftPassword, DraftText } from "../common/fields.tsx";
import { DraftReader, orUndefined } from "../common/read-draft.ts";
import { useDraft } from "../common/use-draft.ts";
import { useCompte } from "../session/session.tsx";
import { ReadPart } from "./read-part.tsx";
import { SaveForm } from "./save-form.tsx";
import { useSave } from "./use-save.ts";

type Settings = Awaited<ReturnType<typeof client.reglages.lireSmtp>>;
const modes: readonly { value: Smtp["tls"]; label: string; port: string }[] = [
  { value: "starttls", label: "STARTTLS (port 587)", port: "587" },
  { value: "implicite", label: "TLS dès la connexion (port 465)", port: "465" },
  { value: "aucun", label: "Sans chiffrement (relais local)", port: "25" },
];

export const SmtpPart = () => {
  const settings = useQuery(api.reglages.lireSmtp.queryOptions());
  return (
    <ReadPart query={settings}>
      {(data) => (
        <Stack gap="xl">
          <SmtpForm settings={data} />
          <Divider />
          <Trial ready={data.smtp !== undefined} />
        </Stack>
      )}
    </ReadPart>
  );
};

const SmtpForm = ({ settings: { smtp, motDePasseConnu, protection } }: { settings: Settings }) => {
  const draft = useDraft(
    {
      hote: smtp?.hote ?? "",
      port: String(smtp?.port ?? 587),
      tls: smtp?.tls ?? ("starttls" as const),
      utilisateur: smtp?.utilisateur ?? "",
      motDePasse: "",
      expediteurNom: smtp?.expediteurNom ?? "",
      expediteurCourriel: smtp?.expediteurCourriel ?? "",
      debitParMinute: String(smtp?.debitParMinute ?? 60),
    },
    ["smtp"],
  );
  const [erase, setErase] = useState(false);
  const save = useSave({
    draft,
    said: "Le serveur d’envoi est enregistré.",
    keys: [api.reglages.lireSmtp.key()],
    save: (input: Parameters<typeof client.reglages.modifierSmtp>[0]) => client.reglages.modifierSmtp(input),
    onSaved: () => {
      draft.replace({ ...draft.values, motDePasse: "" });
      setErase(false);
    },
  });
  const submit = () => {
    const v = draft.values;
    const reader = new DraftReader();
    const next: Smtp = {
      hote: reader.text("hote", v.hote, "Indiquez le serveur, par exemple smtp.exemple.fr."),
      port: reader.integer("port", v.port, { min: 1, max: 65535 }) ?? 587,
      tls: v.tls,
      utilisateur: orUndefined(v.utilisateur),
      expediteurNom: reader.text(
        "expediteurNom",
        v.expediteurNom,
        "Indiquez le nom que verront les destinataires.",
      ),
      expediteurCourriel: reader.required(
        "expediteurCourriel",
        v.expediteurCourriel,
        "",
        "Indiquez l’adresse d’envoi.",
        tidyEmail,
      ),
      debitParMinute: reader.integer("debitParMinute", v.debitParMinute, { min: 1, max: 600 }) ?? 60,
    };
    if (v.port.trim() === "") reader.refuse("port", "Indiquez le port du serveur.");
    if (reader.issues.length > 0) return draft.refuse(reader.issues);
    save.mutate({
      smtp: next,
      ...(v.motDePasse ? { motDePasse: v.motDePasse } : erase ? { motDePasse: "" } : {}),
    });
  };
  return (
    <SaveForm
      title="Envoi des courriels"
      help="Le serveur SMTP du CFA ou de l’université. Les invitations et les avis partent par lui."
      draft={draft}
      saving={save.isPending}
      error={save.error}
      onSubmit={submit}
    >
      {smtp ? null : (
        <Alert color="orange">
          Aucun serveur n’est réglé&nbsp;: les courriels attendent, ils partiront dès que ce réglage sera
          fait.
        </Alert>
      )}
      <Columns cols={3}>
        <DraftText draft={draft} path="hote" label="Serveur" placeholder="smtp.exemple.fr" required />
        <Select
          label="Chiffrement"
          allowDeselect={false}
          data={modes}
          value={draft.values.tls}
          onChange={(value) => {
            const mode = modes.find((one) => one.value === value);
            if (!mode) return;
            draft.set("tls", mode.value);
            if (modes.some((one) => one.port === draft.values.port)) draft.set("port", mode.port);
          }}
        />
        <DraftText draft={draft} path="port" label="Port" inputMode="numeric" required />
      </Columns>
      <Columns>
        <DraftText draft={draft} path="utilisateur" label="Utilisateur" autoComplete="off" />
        <DraftPassword
          draft={draft}
          path="motDePasse"
          label="Mot de passe"
          required={false}
          description={
            motDePasseConnu && !erase
              ? `Déjà enregistré (${protection}) ; laissez vide pour le garder`
              : `Sera gardé ainsi : ${protection}`
          }
          autoComplete="new-password"
        />
      </Columns>
      {motDePasseConnu && !draft.values.motDePasse ? (
        <Button
          size="compact-sm"
          variant="subtle"
          style={{ alignSelf: "flex-end" }}
          onClick={() => setErase(!erase)}
        >
          {erase ? "Garder le mot de passe enregistré" : "Effacer le mot de passe à l’enregistrement"}
        </Button>
      ) : null}
      <Columns cols={3}>
        <DraftText draft={draft} path="expediteurNom" label="Nom de l’expéditeur" required />
        <DraftText
          draft={draft}
          path="expediteurCourriel"
          label="Courriel de l’expéditeur"
          inputMode="email"
          required
          tidy={tidyEmail}
        />
        <DraftText
          draft={draft}
          path="debitParMinute"
          label="Courriels par minute, au plus"
          inputMode="numeric"
        />
      </Columns>
    </SaveForm>
  );
};

/** « Envoyer un message d’essai »: with the settings as saved. */
const Trial = ({ ready }: { ready: boolean }) => {
  const draft = useDraft({ destinataire: useCompte().courriel });
  const trial = useMutation({
    mutationFn: () => client.reglages.essaiSmtp({ destinataire: draft.values.destinataire.trim() }),
    onError: (error) => draft.refuseFrom(error),
  });
  return (
    <Stack gap="sm">
      <Group align="flex-end">
        <DraftText
          draft={draft}
          path="destinataire"
          label="Essayer avec l’adresse"
          inputMode="email"
          w={320}
          tidy={tidyEmail}
        />
        <Button variant="light" disabled={!ready} loading={trial.isPending} onClick={() => trial.mutate()}>
          Envoyer un message d’essai
        </Button>
      </Group>
      {ready ? null : (
        <Text size="sm" c="dimmed">
          Enregistrez d’abord le serveur.
        </Text>
      )}
      {trial.data ? (
        <Alert
          role="status"
          color={trial.data.envoye ? "green" : "red"}
          title={trial.data.envoye ? "Le message est parti" : "Le message n’est pas parti"}
        >
          {trial.data.message}
        </Alert>
      ) : null}
      {trial.error && draft.issues.length === 0 ? (
        <Alert color="red" role="alert">
          {frenchError(trial.error)}
        </Alert>
      ) : null}
    </Stack>
  );
};
