import { Alert, Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { DossierVue } from "../../../../shared/api/models.ts";
import { fieldById, findField, labelOf } from "../../../../shared/dossier/index.ts";
import { gravites } from "../../../../shared/rules/finding.ts";
import { useDecision, useDossier } from "../../../dossier/context.ts";
import { ReasonDialog } from "../../../dossier/reason-dialog.tsx";
import { Article, Calcul, GraviteBadge } from "../../../form/index.ts";
import { countFr, instantFr } from "../../../ui/french.ts";
import { TextLink } from "../../common/text-link.tsx";
import { dossiersLink } from "../../dossiers/filters.ts";
import classes from "../desk.module.css";
import { useDeskGesture } from "../door.ts";
import { DepositReadiness } from "./deposit-readiness.tsx";

type Constat = DossierVue["constats"][number];

const titles = {
  bloquant: "À corriger avant de valider",
  alerte: "À confirmer avec un motif",
  info: "Conseils",
} as const;

const FindingCard = ({ constat, onConfirm }: { constat: Constat; onConfirm?: () => void }) => {
  const { vue, goTo } = useDossier();
  const [open, setOpen] = useState(false);
  const champs = constat.champs.filter((champ) => findField(champ));
  return (
    <div className={classes.finding} data-gravite={constat.gravite}>
      <Stack gap={4}>
        <Group gap="xs" wrap="nowrap" align="flex-start">
          <GraviteBadge gravite={constat.gravite} />
          <Text size="sm">{constat.message}</Text>
        </Group>
        <Group gap="xs">
          <Article article={constat.article} />
          {champs.map((champ) => (
            <Button key={champ} size="compact-xs" variant="default" onClick={() => goTo(champ)}>
              {labelOf(fieldById(champ), vue.contrat)}
            </Button>
          ))}
          {constat.calcul && constat.calcul.length > 0 ? (
            <Button size="compact-xs" variant="subtle" onClick={() => setOpen(!open)} aria-expanded={open}>
              {open ? "Masquer le calcul" : "Voir le calcul"}
            </Button>
          ) : null}
          {constat.dossiers?.map((reference) => (
            <Text key={reference} size="xs" span>
              <TextLink href={dossiersLink({ recherche: reference })}>{reference}</TextLink>
            </Text>
          ))}
          {onConfirm ? (
            <Button size="compact-xs" variant="light" color="orange" onClick={onConfirm}>
              Confirmer avec un motif
            </Button>
          ) : null}
        </Group>
        {open ? <Calcul calcul={constat.calcul} /> : null}
        {constat.confirmation ? (
          <Text size="xs" c="dimmed">
            Confirmé par {constat.confirmation.par} le {instantFr(constat.confirmation.le)}&nbsp;: «{"\u00a0"}
            {constat.confirmation.motif}
            {"\u00a0"}»
          </Text>
        ) : null}
      </Stack>
    </div>
  );
};

/** All findings by severity, each with its article, its calculation and the way to its fields. */
export const ControlesTab = () => {
  const { vue } = useDossier();
  const { run, busy } = useDeskGesture();
  const confirm = useDecision("confirmerAlerte");
  const [confirming, setConfirming] = useState<Constat>();
  return (
    <Stack gap="lg">
      <DepositReadiness />
      {vue.constats.length === 0 ? (
        <Alert color="cactus" icon={<IconCircleCheck size={18} />}>
          Aucun contrôle n’a quoi que ce soit à redire sur ce qui est saisi.
        </Alert>
      ) : null}
      {gravites.map((gravite) => {
        const constats = vue.constats.filter((one) => one.gravite === gravite);
        if (constats.length === 0) return null;
        return (
          <Paper key={gravite} component="section" withBorder p="md" aria-label={titles[gravite]}>
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h3">
                {titles[gravite]}
              </Title>
              <Text size="sm" c="dimmed">
                {countFr(constats.length, "contrôle")}
              </Text>
            </Group>
            <Stack gap="sm">
              {constats.map((constat) => (
                <FindingCard
                  key={constat.regle + constat.champs.join()}
                  constat={constat}
                  onConfirm={
                    gravite === "alerte" && !constat.confirmation && confirm.permis
                      ? () => setConfirming(constat)
                      : undefined
                  }
                />
              ))}
            </Stack>
          </Paper>
        );
      })}
      {confirming ? (
        <ReasonDialog
          title="Confirmer cette alerte"
          explanation={confirming.message}
          placeholder="Ce que vous avez vérifié, et auprès de qui"
          confirm="Confirmer"
          busy={busy === "confirmer"}
          onClose={() => setConfirming(undefined)}
          onConfirm={(motif) =>
            void run(
              "confirmer",
              (gestures, at) => gestures.confirmerAlerte({ ...at, regle: confirming.regle, motif }),
              "L’alerte est confirmée\u00a0: votre motif est dans l’historique.",
            ).then((ok) => ok && setConfirming(undefined))
          }
        />
      ) : null}
    </Stack>
  );
};
