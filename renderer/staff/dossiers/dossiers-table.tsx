import { Checkbox, Group, Table, Text, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { useRef } from "react";
import type { DossierLigne } from "../../../shared/api/models.ts";
import { DossierRow, rowHeight } from "./dossier-row.tsx";
import classes from "./dossiers.module.css";
import { type ListView, naturalOrder, type Tri } from "./filters.ts";
import { useRowWindow } from "./use-row-window.ts";

const columns: readonly { label: string; tri?: Tri; width: number | string }[] = [
  { label: "Dossier", tri: "nom", width: "17%" },
  { label: "Formation", width: "19%" },
  { label: "Entreprise", width: "14%" },
  { label: "Début", tri: "dateDebut", width: 92 },
  { label: "État", width: 176 },
  { label: "Saisie", width: 112 },
  { label: "Prochaine étape", width: "15%" },
];

export const DossiersTable = ({
  rows,
  view,
  onSort,
  selected,
  onToggle,
  onTogglePage,
}: {
  rows: readonly DossierLigne[];
  view: ListView;
  onSort: (tri: Tri, sens: "asc" | "desc") => void;
  selected: ReadonlySet<string>;
  onToggle: (id: string) => void;
  onTogglePage: () => void;
}) => {
  const body = useRef<HTMLTableSectionElement>(null);
  const { start, end } = useRowWindow(body, rowHeight, rows.length);
  const picked = rows.filter((row) => selected.has(row.id)).length;
  return (
    <Table
      highlightOnHover
      layout="fixed"
      verticalSpacing={0}
      horizontalSpacing="xs"
      className={classes.table}
      aria-rowcount={rows.length}
    >
      <Table.Thead className={classes.head}>
        <Table.Tr>
          <Table.Th w={40}>
            <Checkbox
              size="xs"
              aria-label="Choisir tous les dossiers affichés"
              checked={rows.length > 0 && picked === rows.length}
              indeterminate={picked > 0 && picked < rows.length}
              onChange={onTogglePage}
            />
          </Table.Th>
          {columns.map(({ label, tri, width }) => (
            <Table.Th
              key={label}
              w={width}
              aria-sort={
                tri && view.tri === tri ? (view.sens === "asc" ? "ascending" : "descending") : undefined
              }
            >
              {tri ? <SortButton label={label} tri={tri} view={view} onSort={onSort} /> : label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body}>
        {start > 0 ? <Spacer height={start * rowHeight} /> : null}
        {rows.slice(start, end).map((row) => (
          <DossierRow key={row.id} row={row} selected={selected.has(row.id)} onToggle={onToggle} />
        ))}
        {end < rows.length ? <Spacer height={(rows.length - end) * rowHeight} /> : null}
      </Table.Tbody>
    </Table>
  );
};

const Spacer = ({ height }: { height: number }) => (
  <tr aria-hidden>
    <td colSpan={columns.length + 1} style={{ height, padding: 0, border: 0 }} />
  </tr>
);

const SortButton = ({
  label,
  tri,
  view,
  onSort,
}: {
  label: string;
  tri: Tri;
  view: ListView;
  onSort: (tri: Tri, sens: "asc" | "desc") => void;
}) => {
  const active = view.tri === tri;
  const Icon = !active ? IconArrowsSort : view.sens === "asc" ? IconArrowUp : IconArrowDown;
  const turn = () => onSort(tri, active ? (view.sens === "asc" ? "desc" : "asc") : naturalOrder(tri));
  return (
    <UnstyledButton onClick={turn} aria-label={`Trier par ${label.toLocaleLowerCase("fr")}`}>
      <Group gap={4} wrap="nowrap">
        <Text size="sm" fw={700}>
          {label}
        </Text>
        <Icon size={14} aria-hidden opacity={active ? 1 : 0.4} />
      </Group>
    </UnstyledButton>
  );
};
