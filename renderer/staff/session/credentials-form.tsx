import { Alert, Anchor, Button, Collapse, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { DraftErrors } from "../common/draft-errors.tsx";
import { DraftPassword, DraftText } from "../common/fields.tsx";
import type { Issue } from "../common/issues.ts";
import { useDraft } from "../common/use-draft.ts";
import { useSession } from "./session.tsx";

/** E-mail and password, for sign-in and unlocking. */
export const CredentialsForm = ({ courriel = "", action }: { courriel?: string; action: string }) => {
  const session = useSession();
  const draft = useDraft({ courriel, motDePasse: "" });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLInputElement>('input[value=""]')?.focus();
  }, []);
  const [forgotten, { toggle }] = useDisclosure(false);
  const signIn = useMutation({
    mutationFn: () => session.signIn(draft.values.courriel.trim(), draft.values.motDePasse),
    onError: (error) => draft.refuseFrom(error),
  });
  const submit = () => {
    const issues: Issue[] = [];
    if (draft.values.courriel.trim() === "")
      issues.push({ champ: "courriel", message: "Saisissez votre adresse de courriel." });
    if (draft.values.motDePasse === "")
      issues.push({ champ: "motDePasse", message: "Saisissez votre mot de passe." });
    if (issues.length > 0) return draft.refuse(issues);
    signIn.mutate();
  };
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <DraftErrors draft={draft} error={signIn.error} title="Connexion impossible" />
        <DraftText
          draft={draft}
          path="courriel"
          label="Courriel"
          type="email"
          autoComplete="username"
          required
        />
        <DraftPassword draft={draft} path="motDePasse" label="Mot de passe" autoComplete="current-password" />
        <Button type="submit" fullWidth loading={signIn.isPending}>
          {action}
        </Button>
        <Anchor
          component="button"
          type="button"
          size="sm"
          ta="center"
          onClick={toggle}
          aria-expanded={forgotten}
        >
          Mot de passe oublié
        </Anchor>
        <Collapse expanded={forgotten}>
          <Alert color="blue">
            Demandez à un administrateur de Cactus&nbsp;: dans «&nbsp;Réglages&nbsp;», «&nbsp;Comptes du
            personnel&nbsp;», il vous donne un nouveau mot de passe que vous remplacerez par le vôtre.
          </Alert>
        </Collapse>
      </Stack>
    </form>
  );
};
