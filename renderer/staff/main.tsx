import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AppProvider } from "../ui/app-provider.tsx";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { watchPage } from "../ui/report.ts";
import { sayIncident } from "../ui/say-incident.tsx";
import { report } from "./report.ts";
import "./staff.css";
import { App } from "./app.tsx";
import { queryClient } from "./query-client.ts";

const root = document.getElementById("racine");
if (!root) throw new Error("no root element");
watchPage(window, report, sayIncident);
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <AppProvider>
        <ErrorBoundary report={report}>
          <App />
        </ErrorBoundary>
      </AppProvider>
    </QueryClientProvider>
  </StrictMode>,
);
