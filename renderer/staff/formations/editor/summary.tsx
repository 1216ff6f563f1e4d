import { NavLink, Stack, Text } from "@mantine/core";

const parts = [
  ["diplome", "Diplôme"],
  ["dates", "Dates, durée, lieu"],
  ["acces", "Codes et variantes"],
  ["gestion", "Gestion et économie"],
  ["calendrier", "Calendrier"],
  ["programme", "Programme"],
] as const;

/** Where one is in a long form, and whether it is saved. */
export const Summary = ({ dirty, issues }: { dirty: boolean; issues: number }) => (
  <Stack gap="xs">
    <nav aria-label="Parties de la formation">
      {parts.map(([id, label]) => (
        <NavLink
          key={id}
          component="button"
          type="button"
          py={4}
          label={label}
          onClick={() => document.getElementById(`formation-${id}`)?.scrollIntoView({ behavior: "smooth" })}
        />
      ))}
    </nav>
    <Text size="sm" px="sm" c={issues > 0 ? "red" : "dimmed"} role="status">
      {issues > 0
        ? `${issues} saisie${issues > 1 ? "s" : ""} à corriger`
        : dirty
          ? "Modifications à enregistrer"
          : ""}
    </Text>
  </Stack>
);
