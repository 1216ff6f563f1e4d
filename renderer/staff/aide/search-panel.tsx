import { Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { Fragment } from "react";
import { countFr } from "../common/french.ts";
import classes from "./aide.module.css";
import { guide } from "./guide.ts";
import { PageLink } from "./links.tsx";
import { type Found, indexOf } from "./search.ts";

/** Made once: the guide does not change while it is read. */
export const search = indexOf(guide.values());

export const SearchBox = ({ value, onChange }: { value: string; onChange: (text: string) => void }) => (
  <search aria-label="Chercher dans l’aide" className={classes.search}>
    <TextInput
      type="search"
      aria-label="Chercher dans l’aide"
      placeholder="Chercher dans l’aide : NIR, relance, geler…"
      leftSection={<IconSearch size={16} />}
      w="100%"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  </search>
);

export const Results = ({ found, question }: { found: readonly Found[]; question: string }) => (
  <div>
    <Text size="sm" c="dimmed" role="status" mb="xs">
      {found.length === 0
        ? `Rien dans l’aide sur «\u00a0${question.trim()}\u00a0»\u00a0: essayez un autre mot, ou un mot plus court.`
        : `${countFr(found.length, "réponse")} sur «\u00a0${question.trim()}\u00a0»`}
    </Text>
    {found.map(({ page, titre, section, extrait }) => (
      <PageLink
        key={`${page}#${section.ancre ?? ""}`}
        page={page}
        section={section.ancre}
        className={classes.result}
      >
        <Text fw={600} size="sm" component="span" display="block">
          {section.ancre ? `${titre} › ${section.titre}` : titre}
        </Text>
        <Text size="sm" c="dimmed" component="span" display="block">
          {extrait.map(({ texte, trouve }, index) =>
            trouve ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, in its order
              <mark key={index}>{texte}</mark>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, in its order
              <Fragment key={index}>{texte}</Fragment>
            ),
          )}
        </Text>
      </PageLink>
    ))}
  </div>
);
