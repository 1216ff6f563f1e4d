import { Anchor, Badge, Box, Breadcrumbs, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconUserPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { Formation, FormationSaisie } from "../../../../shared/api/models.ts";
import { api, client } from "../../../ui/client.ts";
import { hasCode } from "../../../ui/errors.ts";
import { DraftErrors } from "../../common/draft-errors.tsx";
import { Page } from "../../common/page.tsx";
import { useDraft } from "../../common/use-draft.ts";
import { useLeaveGuard } from "../../common/use-leave-guard.tsx";
import { Editable } from "../../session/editable.tsx";
import { useMay } from "../../session/use-may.ts";
import { navigate } from "../../shell/location.ts";
import { InviteDialog } from "../invite-dialog.tsx";
import { AccessSection } from "./access-section.tsx";
import { ArchiveButton } from "./archive-button.tsx";
import { CalendrierSection } from "./calendrier-section.tsx";
import { DatesSection } from "./dates-section.tsx";
import { DiplomaSection } from "./diploma-section.tsx";
import { emptyFormation, toFormationDraft } from "./formation-draft.ts";
import { ManagementSection } from "./management-section.tsx";
import { PreviewButton } from "./preview-button.tsx";
import { ProgrammeSection } from "./programme-section.tsx";
import { readFormation } from "./read-formation.ts";
import { Summary } from "./summary.tsx";

export const FormationEditor = ({ formation: initial }: { formation?: Formation }) => {
  const queries = useQueryClient();
  const [formation, setFormation] = useState(initial);
  const draft = useDraft(initial ? toFormationDraft(initial) : emptyFormation);
  const [inviting, invite] = useDisclosure(false);
  const saving = formation ? "formations.modifier" : "formations.creer";
  const maySave = useMay(saving);
  const mayArchive = useMay("formations.archiver");
  const mayInvite = useMay("dossiers.inviter");
  const leave = useLeaveGuard(draft.dirty);
  // A newer version read in the background never replaces what is being typed.
  const newer = initial && formation && initial.version > formation.version && !draft.dirty;
  if (newer) {
    setFormation(initial);
    draft.replace(toFormationDraft(initial));
  }

  const save = useMutation({
    mutationFn: (saisie: FormationSaisie) =>
      formation
        ? client.formations.modifier({ id: formation.id, version: formation.version, saisie })
        : client.formations.creer(saisie),
    onSuccess: async (saved) => {
      leave.release();
      draft.replace(toFormationDraft(saved));
      setFormation(saved);
      notifications.show({ color: "green", message: `« ${saved.titre} » est enregistrée.` });
      queries.setQueryData(api.formations.lire.queryKey({ input: { id: saved.id } }), saved);
      await queries.invalidateQueries({ queryKey: api.formations.lister.key() });
      await queries.invalidateQueries({ queryKey: api.tableau.key() });
      if (!formation) navigate(`/formations/${saved.id}`, { replace: true });
    },
    onError: (error) => draft.refuseFrom(error),
  });
  const submit = () => {
    const { saisie, issues } = readFormation(draft.values);
    if (issues.length > 0) return draft.refuse(issues);
    save.mutate(saisie);
  };
  const conflict = hasCode(save.error, "CONFLIT");
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Page
        title={formation ? formation.titre : "Nouvelle formation"}
        intro={
          <Breadcrumbs component="span" separator="›">
            <Anchor component={Link} href="/formations" size="sm">
              Formations
            </Anchor>
            <Text span size="sm">
              {formation ? formation.code : "Créer"}
            </Text>
          </Breadcrumbs>
        }
        actions={
          <>
            {formation?.archivee ? <Badge color="gray">Archivée</Badge> : null}
            {formation && mayArchive ? <ArchiveButton formation={formation} onDone={setFormation} /> : null}
            {formation && !formation.archivee && mayInvite ? (
              <Button variant="default" leftSection={<IconUserPlus size={16} />} onClick={invite.open}>
                Inviter des alternants
              </Button>
            ) : null}
            {maySave ? (
              <Button type="submit" loading={save.isPending}>
                {formation ? "Enregistrer" : "Créer la formation"}
              </Button>
            ) : (
              <>
                <PreviewButton formation={formation} piece="calendrier" label="Voir le calendrier" />
                <PreviewButton formation={formation} piece="programme" label="Voir le programme" />
              </>
            )}
          </>
        }
      >
        <DraftErrors draft={draft} error={save.error} />
        {conflict && formation ? (
          <Button
            variant="light"
            style={{ alignSelf: "flex-start" }}
            onClick={async () => {
              const latest = await client.formations.lire({ id: formation.id });
              setFormation(latest);
              notifications.show({
                message: "Votre saisie est gardée : relisez-la, puis enregistrez-la pour remplacer l’autre.",
              });
            }}
          >
            Garder ma saisie et l’enregistrer par-dessus
          </Button>
        ) : null}
        <Group align="flex-start" gap="xl" wrap="nowrap">
          <Box flex={1} miw={0}>
            <Editable
              by={saving}
              notice="Vous pouvez lire cette formation. La modifier revient au secrétariat et aux conseillers du CFA."
            >
              <Stack gap="lg">
                {[DiplomaSection, DatesSection, AccessSection, ManagementSection].map((Part, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
                  <Paper key={index} withBorder p="lg">
                    <Part draft={draft} />
                  </Paper>
                ))}
                <Paper withBorder p="lg">
                  <CalendrierSection draft={draft} formation={formation} />
                </Paper>
                <Paper withBorder p="lg">
                  <ProgrammeSection draft={draft} formation={formation} />
                </Paper>
                {maySave ? (
                  <Group justify="flex-end">
                    <Button type="submit" loading={save.isPending}>
                      {formation ? "Enregistrer" : "Créer la formation"}
                    </Button>
                  </Group>
                ) : null}
              </Stack>
            </Editable>
          </Box>
          <Box w={210} visibleFrom="md" pos="sticky" top={100}>
            <Summary dirty={draft.dirty} issues={draft.issues.length} />
          </Box>
        </Group>
      </Page>
      {inviting && formation ? <InviteDialog formation={formation} onClose={invite.close} /> : null}
    </form>
  );
};
