import { Table, Text } from "@mantine/core";
import { displayCents } from "../../../../shared/dossier/formats/index.ts";
import { Card } from "../../../dossier/card.tsx";
import { dateFr } from "../../../ui/french.ts";
import classes from "../desk.module.css";

/** When the OPCO pays what (R6332-25): dates that the contract does not fix yet are left open. */
export const Schedule = ({
  echeancier,
}: {
  echeancier: readonly { libelle: string; date?: string; montantCentimes: number }[];
}) => (
  <Card title="Échéancier des versements">
    {echeancier.length === 0 ? (
      <Text size="sm" c="dimmed">
        L’échéancier se calcule dès que les dates du contrat et les montants sont connus.
      </Text>
    ) : (
      <Table>
        <Table.Tbody>
          {echeancier.map(({ libelle, date, montantCentimes }) => (
            <Table.Tr key={libelle + (date ?? "")}>
              <Table.Td>{libelle}</Table.Td>
              <Table.Td w={120}>{dateFr(date)}</Table.Td>
              <Table.Td w={140} className={classes.money}>
                {displayCents(montantCentimes)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    )}
  </Card>
);
