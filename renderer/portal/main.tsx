import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AppProvider } from "../ui/app-provider.tsx";
import { App } from "./app.tsx";

const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5_000 } } });
const root = document.getElementById("racine");
if (!root) throw new Error("no root element");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <AppProvider>
        <App />
      </AppProvider>
    </QueryClientProvider>
  </StrictMode>,
);
