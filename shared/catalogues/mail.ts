import type { z } from "zod";
import type { PortalQualite } from "../workflow/index.ts";
import type { Block } from "./blocks.ts";

/** Fate of a mail, as staff read it: à envoyer, envoi en cours, envoyé, en échec (why), incertain. */
export const statutsCourriel = ["due", "leased", "sent", "failed", "uncertain"] as const;
export type StatutCourriel = (typeof statutsCourriel)[number];

/** The parties of the dossier who receive it, or « personne »: the caller names the one recipient. */
export type Recipients = readonly PortalQualite[] | "personne";

/** What travels beside the parameters, sealed, and is erased once the mail has left or failed for good. */
export type SecretKind = "mot-de-passe" | "jeton" | "aucun";

/** A token is always there; a generated password is not, for whoever has chosen their own. */
export type SecretText<S extends SecretKind> = S extends "jeton"
  ? string
  : S extends "mot-de-passe"
    ? string | undefined
    : undefined;

/** Why « Renvoyer » is not offered once the mail has left, and where it is done instead. */
export interface NotAgain {
  readonly raison: string;
  readonly lieu?: "dossier";
}

/** Everything that is known of one mail. Every piece must be said: what is missing does not compile. */
export interface MailEntry<P extends z.ZodObject, T extends Recipients, S extends SecretKind> {
  /** Kept in the outbox as JSON, without any secret; parsed again before sending. */
  readonly params: P;
  readonly to: T;
  readonly sujet: (params: z.infer<P>) => string;
  readonly salutation: (params: z.infer<P>) => string;
  readonly corps: (params: z.infer<P>, secret: SecretText<S>) => readonly Block[];
  readonly secret: S;
  /** May staff send it again after it has left or failed? */
  readonly renvoyable: true | NotAgain;
  /** May Cactus send it twice by itself, when nobody knows whether it left? */
  readonly deuxFois: boolean;
  /** Instant after which it is not sent any more. */
  readonly perimeLe?: (params: z.infer<P>) => string;
}

export const mail = <P extends z.ZodObject, const T extends Recipients, const S extends SecretKind>(
  entry: MailEntry<P, T, S>,
): MailEntry<P, T, S> => entry;
