import {
  IconBuilding,
  IconCoinEuro,
  IconDatabase,
  IconHistory,
  IconHourglass,
  IconMail,
  IconUsers,
  IconWorld,
  IconZoomScan,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Procedure } from "../../../shared/catalogues/rights.ts";

export interface ReglagesPart {
  readonly id: string;
  readonly label: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Other words it is looked for by. */
  readonly mots?: string;
  /** Whoever may not call it has nothing to see there. */
  readonly reads: Procedure;
  /** Whoever may not call it only reads; absent when the part tells its own gestures apart. */
  readonly writes?: Procedure;
}

/** The parts of Réglages, in their order. */
const partsOf = [
  {
    id: "cfa",
    label: "Le CFA",
    icon: IconBuilding,
    mots: "logo adresse",
    reads: "reglages.lireCfa",
    writes: "reglages.modifierCfa",
  },
  {
    id: "courriel",
    label: "Envoi des courriels",
    icon: IconMail,
    mots: "smtp serveur",
    reads: "reglages.lireSmtp",
    writes: "reglages.modifierSmtp",
  },
  {
    id: "delais",
    label: "Délais",
    icon: IconHourglass,
    mots: "invitation verrouillage",
    reads: "reglages.lireCfa",
    writes: "reglages.modifierCfa",
  },
  {
    id: "comptes",
    label: "Comptes du personnel",
    icon: IconUsers,
    mots: "utilisateurs mot de passe",
    reads: "reglages.comptes",
    writes: "reglages.modifierCompte",
  },
  { id: "portail", label: "Portail", icon: IconWorld, mots: "adresse publique", reads: "reglages.portail" },
  {
    id: "smic",
    label: "SMIC",
    icon: IconCoinEuro,
    reads: "reglages.lireSmic",
    writes: "reglages.modifierSmic",
  },
  {
    id: "annuaire",
    label: "Annuaire des entreprises",
    icon: IconZoomScan,
    mots: "siret",
    reads: "reglages.lireAnnuaire",
    writes: "reglages.modifierAnnuaire",
  },
  {
    id: "donnees",
    label: "Données et sauvegarde",
    icon: IconDatabase,
    mots: "sauvegarde vérification",
    reads: "reglages.verifier",
    writes: "reglages.sauvegarder",
  },
  { id: "journal", label: "Journal", icon: IconHistory, mots: "historique", reads: "reglages.journal" },
] as const satisfies readonly ReglagesPart[];
export type ReglagesPartId = (typeof partsOf)[number]["id"];
export const reglagesParts: readonly (ReglagesPart & { readonly id: ReglagesPartId })[] = partsOf;
