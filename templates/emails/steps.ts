import { layout, type Mail } from "./layout.ts";

export interface StepParams {
  readonly cfa: string;
  readonly reference: string;
  readonly alternant: string;
  readonly formation: string;
  readonly qualite: "alternant" | "entreprise" | "formation";
  readonly lien: string;
  readonly motif?: string;
  readonly par?: string;
}

/** G18: « le responsable de formation est averti par mail de votre demande de validation ». */
export const demandeValidation = (p: StepParams): Mail =>
  layout(p.cfa, "Bonjour,", [
    { p: `La validation du dossier ${p.reference} est demandée.` },
    {
      facts: [
        ["Alternant", p.alternant],
        ["Formation", p.formation],
      ],
    },
    { button: ["Ouvrir le dossier", p.lien] },
    {
      p: "Votre validation fige les données et rend le CERFA disponible. Si quelque chose est à corriger, retournez le dossier avec un motif\u00a0: les intéressés seront prévenus.",
    },
  ]);

/** G18: « Lorsqu’il validera, vous recevrez un mail vous en avertissant. » */
export const dossierValide = (p: StepParams): Mail =>
  layout(p.cfa, "Bonjour,", [
    {
      p: `Le dossier ${p.reference} (${p.alternant}, «\u00a0${p.formation}\u00a0») est validé. Ses données sont désormais figées.`,
    },
    {
      p: "Le CERFA se télécharge dans l’onglet «\u00a0Suivi – Info\u00a0». La convention le sera dès que le CFA aura validé les éléments économiques.",
    },
    { button: ["Ouvrir le dossier", p.lien] },
  ]);

export const dossierRetourne = (p: StepParams): Mail =>
  layout(p.cfa, "Bonjour,", [
    {
      p: `Le dossier ${p.reference} (${p.alternant}, «\u00a0${p.formation}\u00a0») est à corriger${p.par ? `, à la demande de ${p.par}` : ""}\u00a0:`,
    },
    ...(p.motif ? [{ quote: p.motif }] : []),
    { p: "Modifiez les données concernées, puis demandez de nouveau la validation." },
    { button: ["Ouvrir le dossier", p.lien] },
  ]);

/** G22. */
export const conventionDisponible = (p: StepParams): Mail =>
  layout(p.cfa, "Bonjour,", [
    {
      p: `Les éléments économiques du dossier ${p.reference} (${p.alternant}, «\u00a0${p.formation}\u00a0») sont validés par le CFA\u00a0: la convention est disponible.`,
    },
    { button: ["Ouvrir le dossier", p.lien] },
  ]);
