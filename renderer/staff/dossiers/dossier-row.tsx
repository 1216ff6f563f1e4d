import { Checkbox, Table, Text } from "@mantine/core";
import { memo } from "react";
import { Link } from "wouter";
import type { DossierLigne } from "../../../shared/api/models.ts";
import { StateBadge } from "../../ui/states.tsx";
import { dateFr } from "../common/french.ts";
import { navigate } from "../shell/location.ts";
import { Completeness } from "./badges.tsx";
import classes from "./dossiers.module.css";
import { contratLabels, dossierName, nextStepOf } from "./labels.ts";

export const rowHeight = 56;

export const DossierRow = memo(
  ({ row, selected, onToggle }: { row: DossierLigne; selected: boolean; onToggle: (id: string) => void }) => (
    <Table.Tr
      h={rowHeight}
      className={classes.row}
      data-selected={selected || undefined}
      // The name is the link keyboards and readers use; a click anywhere on the row does the same.
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest("a,input,label")) navigate(`/dossiers/${row.id}`);
      }}
    >
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={`Choisir ${dossierName(row)}`}
          checked={selected}
          onChange={() => onToggle(row.id)}
        />
      </Table.Td>
      <Table.Td>
        <Text size="sm" truncate>
          <Link href={`/dossiers/${row.id}`} className={classes.link} title={dossierName(row)}>
            {dossierName(row)}
          </Link>
        </Text>
        <Text size="xs" c="dimmed" truncate>
          {row.reference}
          {row.contrat === "professionnalisation" ? (
            <>
              {" · "}
              <abbr title={contratLabels[row.contrat]}>pro</abbr>
            </>
          ) : null}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" truncate title={row.formationTitre}>
          {row.formationTitre}
        </Text>
        <Text size="xs" c="dimmed">
          {row.formationCode}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" truncate title={row.entreprise} c={row.entreprise ? undefined : "dimmed"}>
          {row.entreprise ?? "—"}
        </Text>
      </Table.Td>
      <Table.Td>{dateFr(row.dateDebut)}</Table.Td>
      <Table.Td>
        <StateBadge etat={row.etat} />
      </Table.Td>
      <Table.Td>
        <Completeness row={row} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" lineClamp={2} title={nextStepOf(row)}>
          {nextStepOf(row)}
        </Text>
      </Table.Td>
    </Table.Tr>
  ),
);
