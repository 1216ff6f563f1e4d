import { Anchor, Table, Text } from "@mantine/core";
import { Fragment, useState } from "react";
import type { Evenement } from "../../shared/api/models.ts";
import { findField } from "../../shared/dossier/index.ts";

type Change = Evenement["changements"][number];

/** A long entry shows its beginning: one look is enough to know what it is about. */
const SHORT = 6;

/** Before and after, field by field, under the section of the form each stands in: « Voie » alone says nothing. */
export const ChangesTable = ({ changements }: { changements: readonly Change[] }) => {
  const [whole, setWhole] = useState(changements.length <= SHORT);
  if (changements.length === 0) return null;
  const sections = Map.groupBy(
    whole ? changements : changements.slice(0, SHORT),
    ({ champ }) => findField(champ)?.section ?? "",
  );
  return (
    <>
      <Table fz="sm" verticalSpacing={3} mt={4} maw={820} layout="fixed">
        <Table.Tbody>
          {[...sections].map(([section, changes]) => (
            <Fragment key={section}>
              {section ? (
                <Table.Tr>
                  <Table.Th colSpan={3} scope="rowgroup" c="dimmed" fw={600} fz="xs">
                    {section}
                  </Table.Th>
                </Table.Tr>
              ) : null}
              {changes.map(({ champ, libelle, avant, apres }) => (
                <Table.Tr key={champ}>
                  <Table.Td w="40%">{libelle}</Table.Td>
                  <Table.Td c="dimmed">
                    <Text span size="sm" td={avant ? "line-through" : undefined}>
                      {avant ?? "vide"}
                    </Text>
                  </Table.Td>
                  <Table.Td fw={500}>→ {apres ?? "vide"}</Table.Td>
                </Table.Tr>
              ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
      {whole ? null : (
        <Anchor component="button" type="button" size="sm" mt={4} onClick={() => setWhole(true)}>
          Voir les {changements.length} champs
        </Anchor>
      )}
    </>
  );
};
