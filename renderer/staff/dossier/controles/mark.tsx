import { Badge } from "@mantine/core";
import { useDossier } from "../../../dossier/context.ts";

/** Beside « Contrôles »: how many block, else how many wait for a reason. */
export const ControlesMark = () => {
  const { vue } = useDossier();
  const open = vue.constats.filter((finding) => !finding.confirmation);
  const bloquants = open.filter(({ gravite }) => gravite === "bloquant").length;
  const autres = open.filter(({ gravite }) => gravite === "alerte").length;
  if (bloquants + autres === 0) return null;
  return (
    <Badge
      size="xs"
      circle={bloquants + autres < 10}
      color={bloquants > 0 ? "red" : "orange"}
      variant="filled"
      aria-label={bloquants > 0 ? `${bloquants} bloquants` : `${autres} à confirmer`}
    >
      {bloquants || autres}
    </Badge>
  );
};
