import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "./ui.css";
import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { guardFileDrops } from "./file-drag.ts";
import { PdfViewerProvider } from "./pdf-viewer.tsx";
import { theme } from "./theme.ts";

/**
 * The nonce a host writes into `<meta property="csp-nonce" nonce="…">` when it serves the page: Mantine’s own
 * `<style>` elements carry it, so no host needs `style-src 'unsafe-inline'`. Empty when the host gives none.
 */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

// The scroll lock under a dialog makes its own <style> and looks for its nonce here.
(window as { __webpack_nonce__?: string }).__webpack_nonce__ = styleNonce();

guardFileDrops();

/** Theme, dialogs, notifications and the document viewer: what both apps stand in. */
export const AppProvider = ({ children }: { children: ReactNode }) => (
  <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
    <ModalsProvider
      labels={{ confirm: "Confirmer", cancel: "Annuler" }}
      modalProps={{ centered: true, closeButtonProps: { "aria-label": "Fermer" } }}
    >
      <PdfViewerProvider>{children}</PdfViewerProvider>
      <Notifications position="bottom-right" limit={2} autoClose={4000} />
    </ModalsProvider>
  </MantineProvider>
);
