import { Alert, Button, Group, Stack, Stepper, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { tidyEmail } from "../../../shared/dossier/formats/index.ts";
import { client } from "../../ui/client.ts";
import { emptyCfa, readCfa } from "../cfa/cfa-draft.ts";
import { CfaFields } from "../cfa/cfa-fields.tsx";
import { DraftErrors } from "../common/draft-errors.tsx";
import { Columns, DraftPassword, DraftText, passwordRule } from "../common/fields.tsx";
import { issuesOf, placeOf } from "../common/issues.ts";
import { LogoInput } from "../common/logo-input.tsx";
import { DraftReader } from "../common/read-draft.ts";
import { useTitle } from "../common/title.ts";
import { useDraft } from "../common/use-draft.ts";
import { Entrance } from "./entrance.tsx";
import { useSession } from "./session.tsx";

const empty = {
  cfa: emptyCfa,
  administrateur: { nom: "", courriel: "", motDePasse: "", encore: "" },
};

/** First start: no CFA yet. Two steps, the CFA then the first administrator, sent in one gesture. */
export const FirstStart = () => {
  const session = useSession();
  const draft = useDraft(empty, ["administrateur", "cfa"]);
  const [step, setStep] = useState(0);
  const [logo, setLogo] = useState<File>();
  useTitle("Premier démarrage");

  const create = useMutation({
    mutationFn: (input: Parameters<typeof client.acces.creerCfa>[0]) => client.acces.creerCfa(input),
    onSuccess: ({ jeton, compte }) => session.enter(jeton, compte),
    onError: (error) => {
      const about = issuesOf(error).map((issue) =>
        placeOf(issue.champ, draft.values, ["administrateur", "cfa"]),
      );
      if (about.some((path) => path.startsWith("cfa."))) setStep(0);
      draft.refuseFrom(error);
    },
  });
  const next = () => {
    const reader = new DraftReader();
    readCfa(reader, draft.values.cfa);
    if (reader.issues.length > 0) return draft.refuse(reader.issues);
    setStep(1);
  };
  const finish = () => {
    const reader = new DraftReader();
    const cfa = readCfa(reader, draft.values.cfa);
    if (reader.issues.length > 0) setStep(0);
    const { nom, courriel, motDePasse, encore } = draft.values.administrateur;
    const administrateur = {
      nom: reader.text("administrateur.nom", nom, "Indiquez le prénom et le nom de l’administrateur."),
      courriel: reader.required(
        "administrateur.courriel",
        courriel,
        "",
        "Indiquez son adresse de courriel : elle sert à se connecter.",
        tidyEmail,
      ),
      motDePasse,
    };
    if ([...motDePasse].length < 15)
      reader.refuse(
        "administrateur.motDePasse",
        "Ce mot de passe est trop court : il faut 15 caractères au moins.",
      );
    else if (motDePasse !== encore)
      reader.refuse("administrateur.encore", "Les deux saisies diffèrent : retapez le mot de passe.");
    if (reader.issues.length > 0) return draft.refuse(reader.issues);
    create.mutate({ cfa, administrateur, ...(logo ? { logo } : {}) });
  };

  return (
    <Entrance
      title="Bienvenue dans Cactus"
      subtitle="Deux étapes suffisent : votre CFA, puis le premier compte. Tout se corrige ensuite dans « Réglages »."
      width={860}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step === 0) next();
          else finish();
        }}
      >
        <Stack gap="lg">
          <Stepper active={step} onStepClick={(to) => (to === 0 ? setStep(0) : next())} size="sm">
            <Stepper.Step label="Le CFA" description="Imprimé sur les documents" />
            <Stepper.Step label="Le premier administrateur" description="Votre compte" />
          </Stepper>
          <DraftErrors draft={draft} error={create.error} title="Le CFA n’a pas pu être créé" />
          {step === 0 ? (
            <>
              <CfaFields draft={draft} />
              <LogoInput file={logo} onChange={setLogo} />
              <Group justify="flex-end">
                <Button type="submit">Continuer</Button>
              </Group>
            </>
          ) : (
            <>
              <Columns>
                <DraftText
                  draft={draft}
                  path="administrateur.nom"
                  label="Prénom et nom"
                  autoComplete="name"
                  required
                />
                <DraftText
                  draft={draft}
                  path="administrateur.courriel"
                  label="Courriel"
                  type="email"
                  autoComplete="username"
                  required
                  tidy={tidyEmail}
                />
              </Columns>
              <Alert color="blue" title="La règle du mot de passe">
                <Text size="sm">{passwordRule}</Text>
              </Alert>
              <Columns>
                <DraftPassword
                  draft={draft}
                  path="administrateur.motDePasse"
                  label="Mot de passe"
                  autoComplete="new-password"
                />
                <DraftPassword
                  draft={draft}
                  path="administrateur.encore"
                  label="Mot de passe, une seconde fois"
                  autoComplete="new-password"
                />
              </Columns>
              <Group justify="space-between">
                <Button variant="default" onClick={() => setStep(0)}>
                  Revenir au CFA
                </Button>
                <Button type="submit" loading={create.isPending}>
                  Créer le CFA et entrer
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </form>
    </Entrance>
  );
};
