import type { ReactNode } from "react";
import classes from "../form.module.css";
import type { ControlProps } from "./frame.ts";

export const frameClasses = {
  root: classes.root,
  label: classes.label,
  description: classes.message,
  input: classes.input,
};

/** Props common to every Mantine input of a cell. */
export const frameProps = (props: ControlProps) => ({
  id: props.id,
  label: props.label,
  description: props.description,
  error: props.invalid,
  withAsterisk: props.required,
  "aria-required": props.required || undefined,
  readOnly: props.readOnly,
  classNames: frameClasses,
  inputWrapperOrder: ["label", "input", "description"] as ("label" | "input" | "description")[],
  inputContainer: (input: ReactNode) => (
    <div className={classes.control}>
      {input}
      {props.action}
    </div>
  ),
  onFocus: props.onFocus,
  onBlur: props.onLeave,
});

/** Said inside an empty required control, so that green is never the only sign. */
export const placeholderOf = ({ aRemplir, readOnly }: ControlProps, format?: string): string | undefined =>
  readOnly ? undefined : aRemplir ? (format ? `À remplir\u00a0: ${format}` : "À remplir") : format;
