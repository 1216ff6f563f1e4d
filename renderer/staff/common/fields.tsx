import { PasswordInput, SimpleGrid, Text, TextInput, type TextInputProps } from "@mantine/core";
import type { Tidied } from "../../../shared/dossier/formats/index.ts";
import { tidyDateInput, tidyEurosInput } from "./french.ts";
import type { Draft } from "./use-draft.ts";

type Own = Omit<TextInputProps, "name" | "value" | "error" | "onChange" | "onBlur">;
export interface DraftFieldProps extends Own {
  // biome-ignore lint/suspicious/noExplicitAny: a field reads its draft by path, whatever its shape
  readonly draft: Draft<any>;
  readonly path: string;
  readonly tidy?: (raw: string) => Tidied<string>;
}

/** `required` draws the mark; the contract, not the browser, refuses. */
export const DraftText = ({ draft, path, tidy, required, ...rest }: DraftFieldProps) => (
  <TextInput {...rest} withAsterisk={required} {...draft.text(path, tidy)} />
);

export const DraftDate = (props: Omit<DraftFieldProps, "tidy">) => (
  <DraftText placeholder="jj/mm/aaaa" inputMode="numeric" {...props} tidy={tidyDateInput} />
);

export const DraftEuros = (props: Omit<DraftFieldProps, "tidy">) => (
  <DraftText
    inputMode="decimal"
    rightSection={
      <Text size="sm" c="dimmed" aria-hidden>
        €
      </Text>
    }
    {...props}
    tidy={tidyEurosInput}
  />
);

export const passwordRule =
  "15 caractères au moins, sans autre règle : une phrase que vous retenez convient. Les mots de passe courants, votre nom et celui du CFA sont refusés.";

export const DraftPassword = ({
  draft,
  path,
  label,
  description,
  autoComplete,
  required = true,
}: {
  // biome-ignore lint/suspicious/noExplicitAny: same as above
  draft: Draft<any>;
  path: string;
  label: string;
  description?: string;
  autoComplete: string;
  required?: boolean;
}) => (
  <PasswordInput
    label={label}
    description={description}
    autoComplete={autoComplete}
    withAsterisk={required}
    visibilityToggleButtonProps={{ "aria-label": "Afficher ou masquer le mot de passe" }}
    {...draft.text(path)}
  />
);

export const Columns = ({ cols = 2, children }: { cols?: number; children: React.ReactNode }) => (
  <SimpleGrid cols={{ base: 1, sm: cols }} spacing="md" verticalSpacing="md">
    {children}
  </SimpleGrid>
);
