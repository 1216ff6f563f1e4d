import { Button, Group, MultiSelect, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Filtre } from "../../../shared/api/staff/dossiers.ts";
import { contrats } from "../../../shared/dossier/kernel.ts";
import {
  type Etat,
  type EtatEconomie,
  economieLabels,
  etatLabels,
  etats,
  etatsEconomie,
} from "../../../shared/workflow/index.ts";
import { api, type client } from "../../ui/client.ts";
import { useCommand } from "../../ui/commands.ts";
import { dateFr } from "../common/french.ts";
import { contratLabels } from "./labels.ts";

type Facettes = Awaited<ReturnType<typeof client.dossiers.lister>>["facettes"];

const withCount = (label: string, n: number | undefined): string =>
  n === undefined ? label : `${label} (${n})`;
const yesNo = (value: boolean | undefined): string | null =>
  value === undefined ? null : value ? "oui" : "non";
const fromYesNo = (value: string | null): boolean | undefined =>
  value === null ? undefined : value === "oui";

export const FilterBar = ({
  filtre,
  facettes,
  onChange,
}: {
  filtre: Filtre;
  facettes: Facettes;
  onChange: (filtre: Filtre) => void;
}) => {
  const formations = useQuery(api.formations.lister.queryOptions({ input: {} }));
  const set = (patch: Filtre) => onChange({ ...filtre, ...patch });
  const filtered = Object.values(filtre).some((value) => value !== undefined);
  return (
    <Group gap="xs" component="search" aria-label="Filtrer les dossiers">
      <SearchInput value={filtre.recherche ?? ""} onSearch={(recherche) => set({ recherche })} />
      <Select
        w={230}
        aria-label="Formation"
        placeholder="Toutes les formations"
        searchable
        clearable
        nothingFoundMessage="Aucune formation de ce nom"
        data={(formations.data ?? []).map((one) => ({ value: one.id, label: `${one.code} ${one.titre}` }))}
        value={filtre.formationId ?? null}
        onChange={(value) => set({ formationId: value ?? undefined })}
      />
      <MultiSelect
        miw={170}
        maw={320}
        aria-label="État"
        placeholder={filtre.etats ? undefined : "Tous les états"}
        clearable
        data={etats.map((one) => ({ value: one, label: withCount(etatLabels[one], facettes?.etats[one]) }))}
        value={filtre.etats ?? []}
        onChange={(value) => set({ etats: value.length > 0 ? (value as Etat[]) : undefined })}
      />
      <MultiSelect
        miw={170}
        maw={300}
        aria-label="Revue économique"
        placeholder={filtre.economie ? undefined : "Toute économie"}
        clearable
        data={etatsEconomie.map((one) => ({
          value: one,
          label: withCount(economieLabels[one], facettes?.economies[one]),
        }))}
        value={filtre.economie ?? []}
        onChange={(value) => set({ economie: value.length > 0 ? (value as EtatEconomie[]) : undefined })}
      />
      <Select
        w={160}
        aria-label="Contrat"
        placeholder="Tous les contrats"
        clearable
        data={contrats.map((one) => ({ value: one, label: contratLabels[one] }))}
        value={filtre.contrat ?? null}
        onChange={(value) => set({ contrat: value ?? undefined })}
      />
      <Select
        w={170}
        aria-label="Complétude"
        placeholder="Complets ou non"
        clearable
        data={[
          { value: "oui", label: withCount("Complets", facettes?.complets) },
          { value: "non", label: "À compléter" },
        ]}
        value={yesNo(filtre.complet)}
        onChange={(value) => set({ complet: fromYesNo(value) })}
      />
      <Select
        w={190}
        aria-label="Dates du contrat"
        placeholder="Toutes les dates"
        clearable
        data={[
          { value: "oui", label: withCount("Provisoires", facettes?.datesProvisoires) },
          { value: "non", label: "Confirmées" },
        ]}
        value={yesNo(filtre.datesProvisoires)}
        onChange={(value) => set({ datesProvisoires: fromYesNo(value) })}
      />
      {filtre.debutAvant ? (
        <Button
          variant="light"
          rightSection={<IconX size={14} />}
          title="Retirer ce filtre"
          onClick={() => set({ debutAvant: undefined })}
        >
          Début avant le {dateFr(filtre.debutAvant)}
        </Button>
      ) : null}
      {filtered ? (
        <Button variant="subtle" leftSection={<IconX size={16} />} onClick={() => onChange({})}>
          Effacer les filtres
        </Button>
      ) : null}
    </Group>
  );
};

const SearchInput = ({
  value,
  onSearch,
}: {
  value: string;
  onSearch: (text: string | undefined) => void;
}) => {
  const [text, setText] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  useCommand("rechercher", () => field.current?.select());
  const send = useDebouncedCallback((next: string) => onSearch(next.trim() || undefined), 200);
  // A cleared filter, or a link followed from elsewhere.
  useEffect(() => setText((typed) => (typed.trim() === value ? typed : value)), [value]);
  return (
    <TextInput
      ref={field}
      w={290}
      type="search"
      aria-label="Chercher"
      placeholder="Nom, référence, entreprise, courriel…"
      leftSection={<IconSearch size={16} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
};
