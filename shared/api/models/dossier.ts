import { z } from "zod";
import { roles } from "../../catalogues/roles.ts";
import { formVersions } from "../../dossier/forms/index.ts";
import { contrats, modesMission, niveauxSaisie } from "../../dossier/kernel.ts";
import {
  acteurs,
  actions,
  documentTypes,
  etats,
  etatsEconomie,
  modesValidation,
} from "../../workflow/index.ts";
import { day, dossierData, id, instant, version } from "./base.ts";
import { completude, finding } from "./constat.ts";
import { invitation } from "./invitation.ts";

export const documentStatut = z.object({
  type: z.enum(documentTypes),
  disponible: z.boolean(),
  raison: z.string().optional(),
  tourDe: z.enum(acteurs).optional(),
  depuis: instant.optional(),
});

/** One row of a list. */
export const dossierLigne = z.object({
  id,
  reference: z.string(),
  contrat: z.enum(contrats),
  niveauSaisie: z.enum(niveauxSaisie),
  etat: z.enum(etats),
  etatDepuis: instant,
  nom: z.string().optional(),
  prenom: z.string().optional(),
  courriel: z.string(),
  entreprise: z.string().optional(),
  siret: z.string().optional(),
  formationId: id,
  formationTitre: z.string(),
  formationCode: z.string(),
  complet: z.boolean(),
  manquants: z.int(),
  bloquants: z.int(),
  economie: z.enum(etatsEconomie),
  datesProvisoires: z.boolean(),
  dateDebut: day.optional(),
  dateFin: day.optional(),
  modifieLe: instant,
});

export type DossierLigne = z.infer<typeof dossierLigne>;

export const decision = z.object({
  action: z.enum(actions),
  permis: z.boolean(),
  raison: z.string().optional(),
});

/** A dossier as a screen shows it; the NIR is masked unless revealed. */
export const dossierVue = dossierLigne.extend({
  version,
  /** What the person reading is to this dossier: decisions and masks are theirs. */
  lecteur: z.enum(roles),
  data: dossierData,
  mission: z.enum(modesMission),
  form: z.enum(formVersions),
  baseValidee: z.boolean(),
  formation: z.object({
    id,
    titre: z.string(),
    code: z.string(),
    varianteLibelle: z.string().optional(),
    /** Dates of the formation (or of its variante), shown beside its name (G12). */
    dateDebut: day,
    dateFin: day,
    responsable: z.object({ nom: z.string(), courriel: z.string() }),
    modeValidation: z.enum(modesValidation),
  }),
  completude,
  constats: z.array(finding),
  documents: z.array(documentStatut),
  prochaineEtape: z.object({ phrase: z.string(), tourDe: z.enum(acteurs), depuis: instant.optional() }),
  decisions: z.array(decision),
  invitations: z.array(invitation),
  retour: z.object({ motif: z.string(), par: z.string(), le: instant }).optional(),
  figeLe: instant.optional(),
  empreinte: z.string().optional(),
  cerfaExterne: z.object({ fichierId: id, nom: z.string(), le: instant }).optional(),
});

export type DossierVue = z.infer<typeof dossierVue>;
