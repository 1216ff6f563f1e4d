import type { ReactNode } from "react";
import classes from "../form.module.css";
import { type ControlProps, isProse } from "./frame.ts";

export const frameClasses = {
  root: classes.root,
  label: classes.label,
  description: classes.message,
  input: classes.input,
};

/** The mark never stands alone on a line; `aria-required` says it to those who do not see it. */
export const LabelText = ({ label, required }: { label: string; required: boolean }) => (
  <>
    {label}
    {required ? (
      <span className={classes.required} aria-hidden>
        {"\u00a0"}*
      </span>
    ) : null}
  </>
);

/** Props common to every Mantine input of a cell. */
export const frameProps = (props: ControlProps) => ({
  id: props.id,
  label: <LabelText label={props.label} required={props.required} />,
  description: props.description,
  error: props.invalid,
  "aria-required": props.required || undefined,
  readOnly: props.readOnly,
  spellCheck: isProse(props.field.kind),
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
