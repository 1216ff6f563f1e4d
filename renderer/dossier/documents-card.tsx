import { Button, Group, SimpleGrid, Text } from "@mantine/core";
import {
  IconCertificate,
  IconDownload,
  IconEye,
  IconFileText,
  IconFileZip,
  IconHourglass,
} from "@tabler/icons-react";
import { useState } from "react";
import type { DossierVue } from "../../shared/api/models.ts";
import { documentLabels } from "../../shared/workflow/index.ts";
import { saveFile } from "../ui/download.ts";
import { usePdfViewer } from "../ui/pdf-viewer.tsx";
import { Card } from "./card.tsx";
import { useDossier } from "./context.ts";
import classes from "./dossier.module.css";
import { notifyError } from "./notify.ts";
import { since } from "./since.ts";

type Document = DossierVue["documents"][number];
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const Available = ({ document }: { document: Document }) => {
  const { vue, ask, audience } = useDossier();
  const showPdf = usePdfViewer();
  // A thumb needs more room than a mouse.
  const size = audience === "cfa" ? "xs" : "sm";
  const [busy, setBusy] = useState<"voir" | "enregistrer">();
  const label = documentLabels[document.type];
  const produce = async (what: "voir" | "enregistrer") => {
    setBusy(what);
    try {
      const file = await ask.document({ id: vue.id, type: document.type });
      if (what === "voir") showPdf(file, `${label} — ${vue.reference}`);
      else saveFile(file);
    } catch (error) {
      notifyError(error, `${label}\u00a0: le document n’a pas pu être produit`);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <Group gap="xs" mt="auto">
      <Button
        size={size}
        variant="light"
        leftSection={<IconEye size={15} />}
        loading={busy === "voir"}
        onClick={() => void produce("voir")}
        aria-label={`Voir\u00a0: ${label}`}
      >
        Voir
      </Button>
      <Button
        size={size}
        variant="default"
        leftSection={<IconDownload size={15} />}
        loading={busy === "enregistrer"}
        onClick={() => void produce("enregistrer")}
        aria-label={`Télécharger\u00a0: ${label}`}
      >
        Télécharger
      </Button>
    </Group>
  );
};

const DocumentBox = ({ document }: { document: Document }) => {
  const waits = since(document.depuis);
  const Icon = document.disponible
    ? document.type === "cerfa"
      ? IconCertificate
      : IconFileText
    : IconHourglass;
  return (
    <div className={classes.document} data-absent={!document.disponible || undefined}>
      <Group gap="xs" wrap="nowrap">
        <Icon
          size={20}
          aria-hidden
          color={document.disponible ? "var(--mantine-color-cactus-6)" : "var(--mantine-color-dimmed)"}
        />
        <Text fw={600}>{documentLabels[document.type]}</Text>
      </Group>
      {document.disponible ? (
        <>
          <Text size="sm" c="dimmed">
            Disponible
          </Text>
          <Available document={document} />
        </>
      ) : (
        <>
          <Text size="sm">
            {capital(document.raison ?? "pas encore disponible")}
            {waits ? `, ${waits}` : ""}.
          </Text>
          {document.tourDe && document.tourDe !== "personne" ? (
            <Text size="xs" c="dimmed" mt="auto">
              Prochaine action{"\u00a0"}: {document.tourDe}
            </Text>
          ) : null}
        </>
      )}
    </div>
  );
};

const packFailure = "La liasse n’a pas pu être produite";

/** Where the door makes packs: every available document in one file. */
const PackButton = () => {
  const { vue, ask } = useDossier();
  const { liasse } = ask;
  const [busy, setBusy] = useState(false);
  const types = vue.documents.filter(({ disponible }) => disponible).map(({ type }) => type);
  if (!liasse || types.length < 2) return null;
  const make = async () => {
    setBusy(true);
    try {
      const made = await liasse(types);
      if ("fichier" in made) saveFile(made.fichier, made.nom);
      else notifyError(undefined, made.erreur);
    } catch (error) {
      notifyError(error, packFailure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconFileZip size={15} />}
      loading={busy}
      onClick={() => void make()}
    >
      Télécharger la liasse ({types.length})
    </Button>
  );
};

/** G21–G24: each document offered, or saying why it is not there, whose turn it is and since when. */
export const DocumentsCard = () => {
  const { vue } = useDossier();
  return (
    <Card title="Documents" aside={<PackButton />}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        {vue.documents.map((document) => (
          <DocumentBox key={document.type} document={document} />
        ))}
      </SimpleGrid>
    </Card>
  );
};
