import { Alert, Badge, Divider, List, Paper, Text, Title } from "@mantine/core";
import { IconMailCheck, IconMailExclamation, IconSchool } from "@tabler/icons-react";
import { Link } from "wouter";
import { economieLabels, etatLabels, etats, etatsEconomie } from "../../../shared/workflow/index.ts";
import type { client } from "../../ui/client.ts";
import { etatColors } from "../../ui/states.tsx";
import { countFr, numberFr } from "../common/french.ts";
import { TextLink } from "../common/text-link.tsx";
import { dossiersLink } from "../dossiers/filters.ts";
import { useMay } from "../session/use-may.ts";
import classes from "./dashboard.module.css";

type Board = Awaited<ReturnType<typeof client.tableau.lire>>;

export const StateCounts = ({ etats: counts, economies }: Pick<Board, "etats" | "economies">) => (
  <Paper withBorder radius="md" p="md" component="section" aria-label="Dossiers par état">
    <Title order={2} size="h5" mb="xs">
      Dossiers par état
    </Title>
    {etats.map((etat) => (
      <Link key={etat} href={dossiersLink({ etats: [etat] })} className={classes.count}>
        <Text size="sm">{etatLabels[etat]}</Text>
        <Badge variant="light" color={etatColors[etat]}>
          {numberFr(counts[etat] ?? 0)}
        </Badge>
      </Link>
    ))}
    <Divider my="xs" label="Revue économique" labelPosition="left" />
    {etatsEconomie.map((one) => (
      <Link key={one} href={dossiersLink({ economie: [one] })} className={classes.count}>
        <Text size="sm">{economieLabels[one]}</Text>
        <Badge variant="light" color={one === "validee" ? "green" : one === "a_valider" ? "orange" : "gray"}>
          {numberFr(economies[one] ?? 0)}
        </Badge>
      </Link>
    ))}
  </Paper>
);

export const MailTrouble = ({ counts }: { counts: Board["courriels"] }) => {
  const failed = counts.failed ?? 0;
  const uncertain = counts.uncertain ?? 0;
  const mayResend = useMay("courriels.renvoyer");
  const due = (counts.due ?? 0) + (counts.leased ?? 0);
  if (failed + uncertain === 0)
    return (
      <Alert color="green" variant="light" icon={<IconMailCheck />} title="Courriels">
        {due === 0
          ? "Tous les courriels sont partis."
          : `Aucun échec ; ${countFr(due, "courriel en attente d’envoi", "courriels en attente d’envoi")}.`}
      </Alert>
    );
  return (
    <Alert color="red" variant="light" icon={<IconMailExclamation />} title="Courriels à reprendre">
      {failed > 0 ? `${countFr(failed, "courriel en échec", "courriels en échec")}. ` : ""}
      {uncertain > 0 ? `${countFr(uncertain, "envoi incertain", "envois incertains")}. ` : ""}
      <TextLink
        href={`/courriels?statuts=${[failed && "failed", uncertain && "uncertain"].filter(Boolean).join(",")}`}
      >
        {mayResend ? "Voir pourquoi et renvoyer" : "Voir pourquoi"}
      </TextLink>
    </Alert>
  );
};

export const FormationsLacking = ({ formations }: { formations: Board["formationsSansPiece"] }) => {
  if (formations.length === 0)
    return (
      <Alert color="green" variant="light" icon={<IconSchool />} title="Formations">
        Toutes ont leur calendrier et leur programme.
      </Alert>
    );
  return (
    <Alert color="orange" variant="light" icon={<IconSchool />} title="Formations à compléter">
      <List size="sm" spacing={2}>
        {formations.map((one) => (
          <List.Item key={one.id}>
            <TextLink href={`/formations/${one.id}`}>
              {one.code} {one.titre}
            </TextLink>
            {"\u00a0"}: {lacking(one)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
};

/** `calendrier` and `programme` say whether the formation has them. */
const lacking = (one: Board["formationsSansPiece"][number]): string =>
  !one.calendrier && !one.programme
    ? "ni calendrier ni programme"
    : one.calendrier
      ? "sans programme"
      : "sans calendrier";
