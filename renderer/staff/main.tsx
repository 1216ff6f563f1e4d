import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AppProvider } from "../ui/app-provider.tsx";
import "./staff.css";
import { App } from "./app.tsx";
import { queryClient } from "./query-client.ts";

const root = document.getElementById("racine");
if (!root) throw new Error("no root element");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <AppProvider>
        <App />
      </AppProvider>
    </QueryClientProvider>
  </StrictMode>,
);
