import { Checkbox } from "@mantine/core";
import classes from "../form.module.css";
import { Todo } from "./choice-control.tsx";
import type { ControlProps } from "./frame.ts";
import { LabelText } from "./frame-props.tsx";

/** A statement to tick; its label is long, it stands beside the box. */
export const CheckControl = (props: ControlProps) => (
  <div className={classes.root}>
    <span />
    <div className={classes.choices}>
      <Checkbox
        id={props.id}
        checked={props.raw === true}
        onChange={(event) => props.onChoose(event.currentTarget.checked)}
        label={<LabelText label={props.label} required={props.required} />}
        onFocus={props.onFocus}
        onBlur={props.onLeave}
        disabled={props.readOnly}
        error={props.invalid}
        aria-required={props.required || undefined}
        aria-invalid={props.invalid || undefined}
        aria-describedby={`${props.id}-description`}
      />
      {props.aRemplir ? <Todo /> : null}
      {props.action}
    </div>
    <div className={classes.message} id={`${props.id}-description`}>
      {props.description}
    </div>
  </div>
);
