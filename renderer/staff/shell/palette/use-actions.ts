import { useMantineColorScheme } from "@mantine/core";
import { may } from "../../../../shared/catalogues/rights.ts";
import { runCommand } from "../../../ui/commands.ts";
import { recentDossiers } from "../../dossiers/recents.ts";
import { openAbout } from "../../poste/about.tsx";
import { usePoste } from "../../poste/anywhere.tsx";
import { openShortcuts } from "../../poste/keys.tsx";
import { reglagesParts } from "../../reglages/parts.ts";
import { useCompte, useSession } from "../../session/session.tsx";
import { navigate } from "../location.ts";
import { screens } from "../nav.tsx";
import { schemes } from "../schemes.ts";
import type { PaletteAction } from "./actions.ts";

/** What this person may do from anywhere: nothing is offered that would be refused. */
export const useActions = (): { recents: readonly PaletteAction[]; actions: readonly PaletteAction[] } => {
  const { id: compteId, role } = useCompte();
  const session = useSession();
  const workstation = usePoste();
  const { setColorScheme } = useMantineColorScheme();
  const recents = recentDossiers(compteId).map(
    ({ id, reference, nom }): PaletteAction => ({
      id: `recent-${id}`,
      groupe: "Dossiers récents",
      label: `${nom} · ${reference}`,
      run: () => navigate(`/dossiers/${id}`),
    }),
  );
  const actions: PaletteAction[] = [
    ...screens.map(
      ({ id, href, label }): PaletteAction => ({
        id: `aller-${id}`,
        groupe: "Aller à",
        label,
        raccourci: id,
        run: () => navigate(href),
      }),
    ),
    ...reglagesParts
      .filter(({ reads }) => may(role, reads))
      .map(
        ({ id, label, mots }): PaletteAction => ({
          id: `reglages-${id}`,
          groupe: "Réglages",
          label,
          ...(mots ? { mots } : {}),
          run: () => navigate(`/reglages/${id}`),
        }),
      ),
  ];
  const add = (id: string, label: string, run: () => void, more: Partial<PaletteAction> = {}): void => {
    actions.push({ id, groupe: "Actions", label, run, ...more });
  };
  if (may(role, "dossiers.inviter"))
    add("inviter", "Inviter un alternant", () => navigate("/formations"), {
      mots: "invitation nouveau dossier",
    });
  if (may(role, "formations.creer"))
    add("formation", "Créer une formation", () => navigate("/formations/nouvelle"), {
      mots: "nouvelle ajouter",
    });
  add("imprimer", "Imprimer cet écran", () => runCommand("imprimer"), { raccourci: "imprimer" });
  add("verrouiller", "Verrouiller", () => runCommand("verrouiller"), { raccourci: "verrouiller" });
  for (const { value, label, mots } of schemes)
    add(`theme-${value}`, label, () => setColorScheme(value), { mots });
  add("aide", "Ouvrir l’aide de cet écran", () => runCommand("aide"), { raccourci: "aide", mots: "guide" });
  add("raccourcis", "Raccourcis clavier", openShortcuts, { raccourci: "raccourcis", mots: "touches" });
  add("a-propos", "À propos de Cactus", () => openAbout(session.etat.version, workstation), {
    mots: "version",
  });
  add("deconnexion", "Se déconnecter", () => void session.signOut(), { mots: "quitter" });
  return { recents, actions };
};
