import { Box, Button, Group, Modal, Text } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useCommand } from "./commands.ts";
import { objectUrl, saveFile } from "./download.ts";
import classes from "./pdf-viewer.module.css";

type Show = (file: File, title?: string) => void;
const ViewerContext = createContext<Show>(() => {});

/** `const showPdf = usePdfViewer(); showPdf(file, "CERFA — A-2026-0001")`: opens the document inside the app. */
export const usePdfViewer = (): Show => useContext(ViewerContext);

const Viewer = ({ file, title, onClose }: { file: File; title: string; onClose: () => void }) => {
  const [url, setUrl] = useState<string>();
  const frame = useRef<HTMLIFrameElement>(null);
  // The frame’s own print: the system’s dialog, on the document rather than on the screen around it.
  const print = () => frame.current?.contentWindow?.print();
  useCommand("imprimer", print);
  useCommand("enregistrer-sous", () => saveFile(file));
  useEffect(() => {
    const made = objectUrl(file);
    setUrl(made.url);
    return made.release;
  }, [file]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="min(1100px, 94vw)"
      title={
        <Group gap="md">
          <Text fw={600}>{title}</Text>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload size={15} />}
            onClick={() => saveFile(file)}
          >
            Enregistrer
          </Button>
          <Button variant="default" size="xs" leftSection={<IconPrinter size={15} />} onClick={print}>
            Imprimer
          </Button>
        </Group>
      }
    >
      <Box className={classes.page}>
        {url ? <iframe ref={frame} className={classes.frame} src={url} title={title} /> : null}
      </Box>
    </Modal>
  );
};

export const PdfViewerProvider = ({ children }: { children: ReactNode }) => {
  const [shown, setShown] = useState<{ file: File; title: string }>();
  const show = useCallback<Show>((file, title = file.name) => setShown({ file, title }), []);
  const close = useCallback(() => setShown(undefined), []);
  const viewer = useMemo(
    () => (shown ? <Viewer file={shown.file} title={shown.title} onClose={close} /> : null),
    [shown, close],
  );
  return (
    <ViewerContext.Provider value={show}>
      {children}
      {viewer}
    </ViewerContext.Provider>
  );
};
