import { Anchor, VisuallyHidden } from "@mantine/core";
import type { Field } from "../../shared/dossier/kernel.ts";
import classes from "./form.module.css";
import type { FormView } from "./model.ts";
import type { Entry } from "./session.ts";

export interface Message {
  readonly ton: "erreur" | "alerte";
  readonly texte: string;
}

/** What is said under a field: what was typed and refused first, then what the server and the rules found. */
export const messageOf = (
  field: Field,
  entry: Entry | undefined,
  constats: FormView["constats"],
  onglets: FormView["completude"]["onglets"],
): Message | undefined => {
  if (entry?.conflit)
    return {
      ton: "erreur",
      texte: "Modifié par quelqu’un d’autre entre-temps\u00a0: choisissez une valeur.",
    };
  if (entry?.message) return { ton: "erreur", texte: entry.message };
  if (entry && entry.etat !== "enregistre") return undefined;
  const invalid = onglets
    .find(({ onglet }) => onglet === field.onglet || field.alsoInBase)
    ?.invalides.find(({ champ }) => champ === field.id);
  if (invalid) return { ton: "erreur", texte: invalid.message };
  const mine = constats.filter(({ champs, confirmation }) => champs[0] === field.id && !confirmation);
  const blocking = mine.find(({ gravite }) => gravite === "bloquant");
  if (blocking) return { ton: "erreur", texte: blocking.message };
  const alert = mine.find(({ gravite }) => gravite === "alerte");
  return alert ? { ton: "alerte", texte: alert.message } : undefined;
};

export const FieldMessage = ({
  message,
  aRemplir,
  help,
  hint,
  onDiscard,
}: {
  message: Message | undefined;
  aRemplir: boolean;
  help?: string;
  hint?: string;
  onDiscard?: () => void;
}) => (
  <>
    <span aria-live="polite">
      {message ? (
        <span className={message.ton === "erreur" ? classes.error : classes.warning}>
          {message.texte}{" "}
          {onDiscard ? (
            <Anchor component="button" type="button" size="xs" onClick={onDiscard}>
              Rétablir
            </Anchor>
          ) : null}
        </span>
      ) : null}
    </span>
    {aRemplir ? <VisuallyHidden component="span">À remplir. </VisuallyHidden> : null}
    {[hint, help].filter(Boolean).join(" · ")}
  </>
);
