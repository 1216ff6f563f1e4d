import { Table, Text, TextInput } from "@mantine/core";
import type { EconomieSaisie } from "../../../../shared/api/models.ts";
import { displayCents } from "../../../../shared/dossier/formats/index.ts";
import classes from "../desk.module.css";
import { type Cle, colonnes, type EconomieDraft, type Errors, euros, totals } from "./draft.ts";

const ordinal = (annee: number): string => (annee === 1 ? "1re année" : `${annee}e année`);

/** One line a year, one column an amount, totals below; what the rules propose stands under what differs from it. */
export const YearTable = ({
  draft,
  proposition,
  errors,
  readOnly,
  onChange,
}: {
  draft: EconomieDraft;
  proposition: EconomieSaisie | undefined;
  errors: Errors;
  readOnly: boolean;
  onChange: (draft: EconomieDraft) => void;
}) => {
  const sums = totals(draft);
  const put = (annee: number, cle: Cle, raw: string) =>
    onChange({
      ...draft,
      annees: draft.annees.map((year) => (year.annee === annee ? { ...year, [cle]: raw } : year)),
    });
  const proposed = (annee: number, cle: Cle): string | undefined => {
    const cents = proposition?.annees.find((year) => year.annee === annee)?.[cle];
    return cents === undefined ? undefined : euros(cents);
  };
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table withTableBorder aria-label="Montants par année d’exécution, en euros">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={96}>Année</Table.Th>
            {colonnes.map(({ cle, libelle }) => (
              <Table.Th key={cle} className={classes.money}>
                {libelle}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {draft.annees.map((year) => (
            <Table.Tr key={year.annee}>
              <Table.Th scope="row">{ordinal(year.annee)}</Table.Th>
              {colonnes.map(({ cle, libelle }) => {
                const hint = proposed(year.annee, cle);
                return (
                  <Table.Td key={cle} valign="top">
                    <TextInput
                      aria-label={`${libelle}, ${ordinal(year.annee)}, en euros`}
                      value={year[cle]}
                      onChange={(event) => put(year.annee, cle, event.currentTarget.value)}
                      error={errors[`${year.annee}.${cle}`]}
                      readOnly={readOnly}
                      inputMode="decimal"
                      size="xs"
                      classNames={{ input: classes.moneyInput }}
                    />
                    <Text size="xs" c="dimmed" ta="right" h={18}>
                      {hint !== undefined && hint !== year[cle] ? `proposé ${hint}` : ""}
                    </Text>
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr className={classes.total}>
            <Table.Th scope="row">Total</Table.Th>
            {colonnes.map(({ cle }) => (
              <Table.Td key={cle} className={classes.money}>
                {displayCents(sums[cle])}
              </Table.Td>
            ))}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
};
