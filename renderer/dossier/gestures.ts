import type { DossierVue } from "../../shared/api/models.ts";
import type { DossierGestures } from "./door.ts";
import type { Target } from "./run-gesture.ts";

type Simple = "demander" | "retirer" | "valider" | "reprendre";
type Reasoned = "retourner" | "rouvrir" | "abandonner";

interface Drawn<A> {
  readonly action: A;
  readonly label: string;
  readonly done: string;
  readonly primary?: boolean;
  readonly color?: string;
}
/** Asked before: a reason, kept in the history. */
interface Asked extends Drawn<Reasoned> {
  readonly reason: {
    readonly title: string;
    readonly explanation: string;
    readonly label?: string;
    readonly placeholder: string;
    readonly confirm: string;
  };
}
export type Gesture = (Drawn<Simple> & { readonly reason?: undefined }) | Asked;

/** The life of a dossier as buttons, in its order: which are drawn is the decisions’ business, for every audience. */
export const gestures: readonly Gesture[] = [
  {
    action: "demander",
    label: "Demande de validation",
    done: "La validation est demandée.",
    primary: true,
  },
  {
    action: "valider",
    label: "Valider le dossier",
    done: "Le dossier est validé\u00a0: ses données sont figées.",
    primary: true,
  },
  {
    action: "retourner",
    label: "Retourner pour correction",
    done: "Le dossier est retourné\u00a0: les personnes concernées reçoivent le motif.",
    color: "orange",
    reason: {
      title: "Retourner le dossier pour correction",
      explanation:
        "Le dossier redevient modifiable. L’alternant et l’entreprise reçoivent votre motif par courriel.",
      label: "Motif, envoyé à l’alternant et à l’entreprise",
      placeholder: "Ce qui est à corriger, et dans quel onglet",
      confirm: "Retourner le dossier",
    },
  },
  {
    action: "retirer",
    label: "Reprendre la saisie",
    done: "La demande est retirée\u00a0: la saisie est de nouveau ouverte.",
  },
  {
    action: "rouvrir",
    label: "Rouvrir le dossier",
    done: "Le dossier est rouvert.",
    color: "orange",
    reason: {
      title: "Rouvrir un dossier validé",
      explanation:
        "Les documents déjà remis ne correspondront plus au dossier, et la validation sera à redemander. Pour un contrat déjà signé, c’est un avenant qu’il faut.",
      placeholder: "Pourquoi le dossier est rouvert",
      confirm: "Rouvrir le dossier",
    },
  },
  {
    action: "abandonner",
    label: "Abandonner le dossier",
    done: "Le dossier est abandonné\u202f; il reste consultable.",
    color: "red",
    reason: {
      title: "Abandonner le dossier",
      explanation: "Le dossier est conservé et peut être repris, mais plus rien ne s’y fait.",
      placeholder: "Pourquoi le dossier est abandonné",
      confirm: "Abandonner le dossier",
    },
  },
  { action: "reprendre", label: "Reprendre le dossier", done: "Le dossier est repris." },
];

/** What the button sends, through the door that has it. */
export const send = (
  gesture: Gesture,
  door: DossierGestures,
  at: Target,
  motif: string,
): Promise<DossierVue> => {
  const sent = gesture.reason ? door[gesture.action]?.({ ...at, motif }) : door[gesture.action]?.(at);
  if (!sent) throw new Error(`${gesture.action} is not a gesture of this door`);
  return sent;
};
