import { Button, Radio, Text } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { optionsOf } from "../../../shared/dossier/index.ts";
import classes from "../form.module.css";
import type { ControlProps } from "./frame.ts";
import { frameProps } from "./frame-props.tsx";

export const Todo = () => (
  <span className={classes.todo} aria-hidden>
    <IconPencil size={13} /> à remplir
  </span>
);

/** Few and short choices: radio buttons, oui / non included. An optional answer can be taken back. */
export const ChoiceControl = (props: ControlProps) => {
  const { field, form, raw, onChoose, required, readOnly, aRemplir } = props;
  const {
    onFocus,
    onBlur,
    readOnly: _r,
    inputContainer: _c,
    "aria-required": _a,
    ...frame
  } = frameProps(props);
  return (
    <Radio.Group
      {...frame}
      value={String(raw)}
      onChange={(value) => onChoose(value)}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      <div className={classes.choices}>
        {optionsOf(field, form).map(({ code, label }) => (
          <Radio key={code} value={code} label={label} size="xs" disabled={readOnly && raw !== code} />
        ))}
        {aRemplir ? <Todo /> : null}
        {!required && !readOnly && raw !== "" ? (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChoose("")}>
            <Text span size="xs">
              Effacer
            </Text>
          </Button>
        ) : null}
        {props.action}
      </div>
    </Radio.Group>
  );
};
