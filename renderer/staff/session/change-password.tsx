import { Alert, Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { client } from "../../ui/client.ts";
import { DraftErrors } from "../common/draft-errors.tsx";
import { DraftPassword, passwordRule } from "../common/fields.tsx";
import type { Issue } from "../common/issues.ts";
import { useDraft } from "../common/use-draft.ts";

/** `known`: the generated password just typed at sign-in, which is not asked for twice. */
export const ChangePassword = ({
  known,
  onDone,
  cancel,
}: {
  known?: string;
  onDone: () => void;
  cancel?: ReactNode;
}) => {
  const draft = useDraft({ actuel: known ?? "", nouveau: "", encore: "" });
  const change = useMutation({
    mutationFn: () =>
      client.acces.changerMotDePasse({ actuel: draft.values.actuel, nouveau: draft.values.nouveau }),
    onSuccess: onDone,
    onError: (error) => draft.refuseFrom(error),
  });
  const submit = () => {
    const { actuel, nouveau, encore } = draft.values;
    const issues: Issue[] = [];
    if (actuel === "") issues.push({ champ: "actuel", message: "Saisissez votre mot de passe actuel." });
    if ([...nouveau].length < 15)
      issues.push({
        champ: "nouveau",
        message: "Ce mot de passe est trop court : il faut 15 caractères au moins.",
      });
    else if (nouveau !== encore)
      issues.push({
        champ: "encore",
        message: "Les deux saisies diffèrent : retapez le nouveau mot de passe.",
      });
    if (issues.length > 0) return draft.refuse(issues);
    change.mutate();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <DraftErrors draft={draft} error={change.error} />
        {known ? null : (
          <DraftPassword
            draft={draft}
            path="actuel"
            label="Mot de passe actuel"
            autoComplete="current-password"
          />
        )}
        <DraftPassword
          draft={draft}
          path="nouveau"
          label="Nouveau mot de passe"
          description={passwordRule}
          autoComplete="new-password"
        />
        <DraftPassword
          draft={draft}
          path="encore"
          label="Nouveau mot de passe, une seconde fois"
          autoComplete="new-password"
        />
        <Group justify="flex-end">
          {cancel}
          <Button type="submit" loading={change.isPending}>
            Changer le mot de passe
          </Button>
        </Group>
      </Stack>
    </form>
  );
};

export const ForcedChangeNotice = () => (
  <Alert color="blue" title="Choisissez votre mot de passe">
    Celui que vous venez d’utiliser a été généré pour vous&nbsp;: remplacez-le par le vôtre pour continuer.
  </Alert>
);
