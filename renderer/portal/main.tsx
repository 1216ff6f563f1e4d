import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AppProvider } from "../ui/app-provider.tsx";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { watchPage } from "../ui/report.ts";
import { sayIncident } from "../ui/say-incident.tsx";
import { App } from "./app.tsx";
import { report } from "./report.ts";

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } });
const root = document.getElementById("racine");
if (!root) throw new Error("no root element");
watchPage(window, report, sayIncident);
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <AppProvider>
        <ErrorBoundary report={report}>
          <App />
        </ErrorBoundary>
      </AppProvider>
    </QueryClientProvider>
  </StrictMode>,
);
