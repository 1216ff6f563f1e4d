import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { DossierVue } from "../../../shared/api/models.ts";
import { ongletLabels } from "../../../shared/dossier/kernel.ts";
import { DossierHeader, nameOf } from "../../dossier/header.tsx";
import { OpenDossier, whileOpen } from "../../dossier/open.tsx";
import { DossierProvider } from "../../dossier/provider.tsx";
import { DossierTabs } from "../../dossier/screen.tsx";
import type { FollowTab } from "../../dossier/tabs.ts";
import { api } from "../../ui/client.ts";
import { useTitle } from "../common/title.ts";
import { useLeaveGuard } from "../common/use-leave-guard.tsx";
import { rememberDossier } from "../dossiers/recents.ts";
import { useCompte } from "../session/session.tsx";
import { renameHere, useHashQuery } from "../shell/location.ts";
import { ControlesTab } from "./controles/index.tsx";
import { ControlesMark } from "./controles/mark.tsx";
import { useDeskDoor } from "./door.ts";
import { EconomieTab } from "./economie/index.tsx";
import { HistoriqueTab } from "./historique.tsx";
import { useSiretLookup } from "./siret-lookup.tsx";
import { SuiviTab } from "./suivi/index.tsx";
import { VieTab } from "./vie/index.tsx";

const follow: readonly FollowTab[] = [
  { id: "suivi", label: ongletLabels.suivi, panel: SuiviTab },
  { id: "economie", label: "Économie", panel: EconomieTab },
  { id: "vie", label: ongletLabels.vie, panel: VieTab },
  { id: "controles", label: "Contrôles", panel: ControlesTab, mark: ControlesMark },
  { id: "historique", label: "Historique", panel: HistoriqueTab },
];

const DeskTabs = ({ onTab }: { onTab: (tab: string) => void }) => {
  const asked = new URLSearchParams(useHashQuery()).get("onglet") ?? undefined;
  const { fieldAction, dialog } = useSiretLookup();
  return (
    <>
      <DossierTabs
        header={<DossierHeader back={{ href: "#/dossiers", label: "Dossiers" }} />}
        asked={asked}
        onTab={onTab}
        follow={follow}
        fieldAction={fieldAction}
      />
      {dialog}
    </>
  );
};

const Desk = ({ vue }: { vue: DossierVue }) => {
  const door = useDeskDoor(vue.id);
  const [dirty, setDirty] = useState(false);
  useLeaveGuard(dirty);
  const nom = nameOf(vue);
  useTitle(`${vue.reference} ${nom}`);
  const { id: compteId } = useCompte();
  useEffect(
    () => rememberDossier(compteId, { id: vue.id, reference: vue.reference, nom }),
    [compteId, vue.id, vue.reference, nom],
  );
  const onTab = useCallback(
    (tab: string) => {
      // Only the tab changes: the screen, and what its panels hold, stay.
      renameHere(`/dossiers/${vue.id}?onglet=${tab}`);
    },
    [vue.id],
  );
  return (
    <DossierProvider vue={vue} door={door} onTab={onTab} onDirty={setDirty}>
      <DeskTabs onTab={onTab} />
    </DossierProvider>
  );
};

/** `/dossiers/:id`, `?onglet=` for the tab. */
export const DossierScreen = ({ id }: { id: string }) => {
  const query = useQuery({ ...api.dossiers.lire.queryOptions({ input: { id } }), ...whileOpen });
  return (
    <OpenDossier
      query={query}
      absent="Revenez à la liste des dossiers et cherchez-le par son nom ou sa référence."
    >
      {(vue) => <Desk key={id} vue={vue} />}
    </OpenDossier>
  );
};
