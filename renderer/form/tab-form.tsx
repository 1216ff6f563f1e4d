import { Alert, Stack, Title } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { KeyboardEvent, ReactNode } from "react";
import {
  findField,
  isEmpty,
  isRequired,
  labelOf,
  type Section,
  sectionsOf,
} from "../../shared/dossier/index.ts";
import type { DossierContext, Onglet } from "../../shared/dossier/kernel.ts";
import { ongletLabels } from "../../shared/dossier/kernel.ts";
import { useForm, useSessionState } from "./context.ts";
import { FieldCell } from "./field-cell.tsx";
import classes from "./form.module.css";
import { knownByHint, sectionKnownBy } from "./known-by.ts";
import { MissingList } from "./missing-list.tsx";
import { ValidateBar } from "./validate-bar.tsx";

const SectionCard = ({ section: { section, fields }, ctx }: { section: Section; ctx: DossierContext }) => {
  const { who, sectionAction } = useForm();
  const contrat = ctx.data.contrat === "professionnalisation" ? "professionnalisation" : "apprentissage";
  const main = sectionKnownBy(fields);
  const hint = main ? knownByHint(main, who) : undefined;
  return (
    <section className={classes.section} aria-label={section}>
      <div className={classes.sectionHead}>
        <Title order={2} size="h4">
          {section}
        </Title>
        {sectionAction?.(section)}
        {hint ? <span className={classes.sectionHint}>{hint}</span> : null}
      </div>
      <div className={classes.grid}>
        {fields.map((field) => (
          <FieldCell
            key={field.id}
            field={field}
            label={labelOf(field, contrat)}
            required={isRequired(field, ctx)}
            vide={isEmpty(ctx.data[field.id])}
            hint={field.knownBy === main ? undefined : knownByHint(field.knownBy, who)}
          />
        ))}
      </div>
    </section>
  );
};

/** Any entry tab, drawn from the schema: sections, green fields, missing list, « Valider ». */
export const TabForm = ({
  onglet,
  header,
  onValidated,
}: {
  onglet: Onglet;
  header?: ReactNode;
  onValidated?: (onglet: Onglet) => void;
}) => {
  const { session, lecture, onExplain } = useForm();
  const help = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "F1" || !session.canExplain || !(event.target instanceof Element)) return;
    const field = findField(event.target.closest("[data-champ]")?.getAttribute("data-champ") ?? "");
    if (!field) return;
    event.preventDefault();
    onExplain?.(field);
  };
  const ctx = useSessionState(session, (state) => state.ctx);
  return (
    <div className={classes.layout}>
      <Stack
        gap="md"
        component="form"
        aria-label={ongletLabels[onglet]}
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={help}
      >
        {lecture ? (
          <Alert color="gray" icon={<IconLock size={18} />}>
            {lecture}
          </Alert>
        ) : null}
        {header}
        {sectionsOf(onglet, ctx).map((section) => (
          <SectionCard key={section.section} section={section} ctx={ctx} />
        ))}
        <ValidateBar onglet={onglet} onValidated={onValidated} />
      </Stack>
      <aside className={classes.aside}>
        <MissingList onglet={onglet} />
      </aside>
    </div>
  );
};
