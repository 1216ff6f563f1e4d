import { Badge, Table, Text } from "@mantine/core";
import type { Finding, Gravite } from "../../shared/rules/finding.ts";

const graviteColors: Readonly<Record<Gravite, string>> = { bloquant: "red", alerte: "orange", info: "blue" };
export const graviteLabels: Readonly<Record<Gravite, string>> = {
  bloquant: "Bloquant",
  alerte: "À confirmer",
  info: "Conseil",
};
export const GraviteBadge = ({ gravite }: { gravite: Gravite }) => (
  <Badge color={graviteColors[gravite]} size="sm">
    {graviteLabels[gravite]}
  </Badge>
);

/** « Pourquoi ? »: the values and the steps a rule used, in order. */
export const Calcul = ({ calcul }: { calcul: Finding["calcul"] }) =>
  calcul && calcul.length > 0 ? (
    <Table
      withTableBorder={false}
      verticalSpacing={2}
      horizontalSpacing="xs"
      fz="xs"
      aria-label="Calcul du contrôle"
    >
      <Table.Tbody>
        {calcul.map(({ libelle, valeur }) => (
          <Table.Tr key={libelle + valeur}>
            <Table.Td c="dimmed">{libelle}</Table.Td>
            <Table.Td ta="right">{valeur}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  ) : null;

export const Article = ({ article }: { article: string }) => (
  <Text span size="xs" c="dimmed">
    {article}
  </Text>
);
