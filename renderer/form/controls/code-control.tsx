import { type ComboboxItem, type OptionsFilter, Select } from "@mantine/core";
import { useMemo } from "react";
import type { ControlProps } from "./frame.ts";
import { frameProps, placeholderOf } from "./frame-props.tsx";
import { filterOptions, groupedOptions } from "./options.ts";

const filter: OptionsFilter = ({ options, search }) => filterOptions(options as ComboboxItem[], search);

/** A code of a nomenclature, searched by its number or its words. */
export const CodeControl = (props: ControlProps) => {
  const { field, form, raw, onChoose, required, readOnly } = props;
  const current = String(raw);
  const data = useMemo(() => groupedOptions(field, current, form), [field, current, form]);
  return (
    <Select
      {...frameProps(props)}
      value={current === "" ? null : current}
      data={data}
      onChange={(value) => onChoose(value ?? "")}
      filter={filter}
      searchable
      clearable={!required && !readOnly}
      clearButtonProps={{ "aria-label": "Effacer le choix" }}
      allowDeselect={false}
      placeholder={placeholderOf(props)}
      nothingFoundMessage="Aucun choix ne correspond&nbsp;: essayez un autre mot ou le code."
      maxDropdownHeight={320}
      comboboxProps={{
        width: "max-content",
        position: "bottom-start",
        middlewares: { flip: true, shift: true },
      }}
      autoComplete="off"
    />
  );
};
