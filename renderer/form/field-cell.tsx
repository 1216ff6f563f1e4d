import { ActionIcon, Tooltip } from "@mantine/core";
import { IconHelp } from "@tabler/icons-react";
import { memo } from "react";
import type { Field } from "../../shared/dossier/kernel.ts";
import { useForm, useSessionState } from "./context.ts";
import { CheckControl } from "./controls/check-control.tsx";
import { ChoiceControl } from "./controls/choice-control.tsx";
import { CodeControl } from "./controls/code-control.tsx";
import type { ControlProps } from "./controls/frame.ts";
import { SensitiveControl } from "./controls/sensitive-control.tsx";
import { ParagraphControl, SuggestControl, TextControl } from "./controls/text-control.tsx";
import { FieldMessage, messageOf } from "./field-message.tsx";
import classes from "./form.module.css";
import { asRadios, type Span, spanOf } from "./spans.ts";
import { written } from "./written.ts";

const spans: Readonly<Record<Span, string | undefined>> = {
  2: classes.span2,
  3: classes.span3,
  4: classes.span4,
  6: classes.span6,
  8: classes.span8,
  12: classes.span12,
};

const Control = ({ typed, ...props }: ControlProps & { readonly typed: boolean }) => {
  const { kind, sensitive } = props.field;
  if (sensitive) return <SensitiveControl {...props} typed={typed} />;
  if (kind.type === "check") return <CheckControl {...props} />;
  if (asRadios(props.field, props.form)) return <ChoiceControl {...props} />;
  if (kind.type === "code" || kind.type === "choice") return <CodeControl {...props} />;
  if (kind.type === "idcc" || (kind.type === "text" && kind.suggestions))
    return <SuggestControl {...props} />;
  if (kind.type === "text" && kind.multiline) return <ParagraphControl {...props} />;
  return <TextControl {...props} />;
};

/** The pay grid says its help once, on its first row. */
const repeated = /^remunerationA(?!1P1)/;

export interface FieldCellProps {
  readonly field: Field;
  readonly label: string;
  readonly required: boolean;
  readonly vide: boolean;
  /** Who knows it, when it differs from the rest of the section. */
  readonly hint?: string;
}

/** One field of a tab: its control, its mark, its message, its « Pourquoi ? » (F1). */
export const FieldCell = memo(({ field, label, required, vide, hint }: FieldCellProps) => {
  const audience = useForm();
  const { session } = audience;
  const entry = useSessionState(session, (state) => state.entries.get(field.id));
  const stored = useSessionState(session, (state) => state.view.data[field.id]);
  const form = useSessionState(session, (state) => state.ctx.form);
  const constats = useSessionState(session, (state) => state.view.constats);
  const serverTabs = useSessionState(session, (state) => state.view.completude.onglets);
  const readOnly = audience.lecture !== undefined || !audience.canWriteField(field);
  const aRemplir = required && vide && !readOnly;
  const message = messageOf(field, entry, constats, serverTabs);
  const id = `champ-${field.id}`;
  const description = (
    <FieldMessage
      message={message}
      aRemplir={aRemplir}
      help={repeated.test(field.id) ? undefined : field.help}
      hint={hint}
      onDiscard={entry?.message && !entry.conflit ? () => session.discard(field.id) : undefined}
    />
  );
  return (
    <div
      className={`${classes.cell} ${spans[spanOf(field)]}`}
      data-champ={field.id}
      data-a-remplir={aRemplir || undefined}
      data-bord={message?.ton === "erreur" || undefined}
    >
      <Control
        field={field}
        form={form}
        raw={entry?.raw ?? written(field, stored, form)}
        typed={entry !== undefined}
        id={id}
        label={label}
        description={description}
        invalid={message?.ton === "erreur"}
        required={required}
        aRemplir={aRemplir}
        readOnly={readOnly}
        action={readOnly ? undefined : audience.fieldAction?.(field)}
        onType={(raw) => session.type(field.id, raw)}
        onChoose={(raw) => session.choose(field.id, raw)}
        onFocus={() => session.focus(field.id)}
        onLeave={() => session.leave(field.id)}
      />
      {session.canExplain ? (
        <Tooltip label="Pourquoi&#8239;? (F1)">
          <ActionIcon
            className={classes.why}
            size={20}
            tabIndex={-1}
            aria-label={"Pourquoi\u202f?"}
            aria-describedby={`${id}-label`}
            onClick={() => audience.onExplain?.(field)}
          >
            <IconHelp size={16} />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </div>
  );
});
