import { Button, Group, Modal, MultiSelect, Select, Stack } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CompteStaff } from "../../../shared/api/models.ts";
import { tidyEmail } from "../../../shared/dossier/formats/index.ts";
import { type StaffRole, staffRoleLabels, staffRoles } from "../../../shared/workflow/index.ts";
import { api, client } from "../../ui/client.ts";
import { DraftErrors } from "../common/draft-errors.tsx";
import { DraftText } from "../common/fields.tsx";
import { DraftReader } from "../common/read-draft.ts";
import { useDraft } from "../common/use-draft.ts";

export const AccountDialog = ({
  compte,
  onClose,
  onGenerated,
}: {
  compte: CompteStaff | undefined;
  onClose: () => void;
  onGenerated: (generated: { courriel: string; motDePasse: string }) => void;
}) => {
  const queries = useQueryClient();
  const formations = useQuery(api.formations.lister.queryOptions({ input: {} }));
  const draft = useDraft({
    nom: compte?.nom ?? "",
    courriel: compte?.courriel ?? "",
    role: compte?.role ?? ("conseiller" as StaffRole),
    formations: [...(compte?.formations ?? [])],
  });
  const save = useMutation({
    mutationFn: async (input: { nom: string; courriel: string; role: StaffRole; formations: string[] }) => {
      const { courriel, ...rest } = input;
      if (compte) await client.reglages.modifierCompte({ id: compte.id, actif: compte.actif, ...rest });
      else {
        const { motDePasse } = await client.reglages.creerCompte(input);
        onGenerated({ courriel, motDePasse });
      }
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: api.reglages.comptes.key() });
      onClose();
    },
    onError: (error) => draft.refuseFrom(error),
  });
  const submit = () => {
    const reader = new DraftReader();
    const { role, formations: chosen } = draft.values;
    const input = {
      nom: reader.text("nom", draft.values.nom, "Indiquez le prénom et le nom."),
      courriel: reader.required(
        "courriel",
        draft.values.courriel,
        "",
        "Indiquez son courriel : il sert à se connecter.",
        tidyEmail,
      ),
      role,
      formations: role === "secretaire" ? chosen : [],
    };
    if (reader.issues.length > 0) return draft.refuse(reader.issues);
    save.mutate(input);
  };
  return (
    <Modal opened onClose={onClose} title={compte ? `Compte de ${compte.nom}` : "Créer un compte"}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <DraftErrors draft={draft} error={save.error} />
          <DraftText draft={draft} path="nom" label="Prénom et nom" required data-autofocus />
          <DraftText
            draft={draft}
            path="courriel"
            label="Courriel"
            type="email"
            required
            disabled={compte !== undefined}
            description={compte ? "Il sert à se connecter et ne change pas." : undefined}
            tidy={tidyEmail}
          />
          <Select
            label="Rôle"
            allowDeselect={false}
            data={staffRoles.map((one) => ({ value: one, label: staffRoleLabels[one] }))}
            {...draft.choice("role")}
          />
          {draft.values.role === "secretaire" ? (
            <MultiSelect
              label="Formations suivies"
              description="Aucune : toutes les formations"
              searchable
              data={(formations.data ?? []).map((one) => ({
                value: one.id,
                label: `${one.code} ${one.titre}`,
              }))}
              value={draft.values.formations}
              onChange={(value) => draft.set("formations", value)}
            />
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Annuler
            </Button>
            <Button type="submit" loading={save.isPending}>
              {compte ? "Enregistrer" : "Créer et afficher le mot de passe"}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
