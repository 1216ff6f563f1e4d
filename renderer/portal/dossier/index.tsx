import { Button, Stack } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DossierVue } from "../../../shared/api/models.ts";
import { ongletLabels } from "../../../shared/dossier/kernel.ts";
import { CerfaCard } from "../../dossier/cerfa-card.tsx";
import { CompanyCard } from "../../dossier/company-card.tsx";
import { DocumentsCard } from "../../dossier/documents-card.tsx";
import { DossierHeader } from "../../dossier/header.tsx";
import { Life } from "../../dossier/life.tsx";
import { OpenDossier, whileOpen } from "../../dossier/open.tsx";
import { DossierProvider } from "../../dossier/provider.tsx";
import { DossierTabs } from "../../dossier/screen.tsx";
import type { FollowTab } from "../../dossier/tabs.ts";
import { ValidationCard } from "../../dossier/validation-card.tsx";
import { api } from "../client.ts";
import { usePortalDoor } from "./door.ts";

const FollowUp = () => (
  <Stack>
    <ValidationCard />
    <DocumentsCard />
    <CerfaCard />
    <CompanyCard />
  </Stack>
);

const follow: readonly FollowTab[] = [
  { id: "suivi", label: ongletLabels.suivi, panel: FollowUp },
  { id: "vie", label: ongletLabels.vie, panel: Life },
];

const Portal = ({ vue, refresh }: { vue: DossierVue; refresh: () => void }) => {
  const door = usePortalDoor(vue.id);
  const [asked, setAsked] = useState(vue.baseValidee ? "suivi" : "base");
  return (
    <DossierProvider vue={vue} door={door} onTab={setAsked}>
      <DossierTabs
        header={
          <DossierHeader
            back={{ href: "#/", label: "Vos dossiers" }}
            actions={
              <Button variant="default" size="xs" leftSection={<IconRefresh size={15} />} onClick={refresh}>
                Rafraîchir
              </Button>
            }
          />
        }
        asked={asked}
        onTab={setAsked}
        // The parties have nothing to follow before Données de base is validated; the formation looks on.
        follow={vue.baseValidee || vue.lecteur === "formation" ? follow : []}
      />
    </DossierProvider>
  );
};

export const DossierScreen = ({ id }: { id: string }) => {
  const query = useQuery({ ...api.dossiers.lire.queryOptions({ input: { id } }), ...whileOpen });
  return (
    <OpenDossier query={query} absent="Contactez la personne qui vous a invité(e).">
      {(vue) => <Portal key={id} vue={vue} refresh={() => void query.refetch()} />}
    </OpenDossier>
  );
};
