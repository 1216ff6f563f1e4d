import { createContext, useContext } from "react";
import type { Action } from "../../../shared/workflow/index.ts";
import type { FormSession } from "../../form/index.ts";
import type { client } from "../client.ts";

export type Vue = Awaited<ReturnType<typeof client.dossiers.lire>>;

export interface PortalDossier {
  readonly vue: Vue;
  readonly session: FormSession<Vue>;
  /** Opens the tab of a field and moves to it. */
  readonly goTo: (champ: string) => void;
  /** Runs a gesture that gives a fresh view, and says how it went. */
  readonly run: (
    name: string,
    work: (target: { id: string; version: number }) => Promise<Vue>,
    done: string,
  ) => Promise<boolean>;
  readonly busy?: string;
}
export const PortalDossierContext = createContext<PortalDossier | undefined>(undefined);
export const usePortalDossier = (): PortalDossier => {
  const context = useContext(PortalDossierContext);
  if (!context) throw new Error("usePortalDossier outside DossierScreen");
  return context;
};
/** The server’s own answer to « may I? », with its reason. */
export const useDecision = (action: Action): { permis: boolean; raison?: string } =>
  usePortalDossier().vue.decisions.find((one) => one.action === action) ?? { permis: false };
