/** What a failed delivery means: try again, give up, or nobody knows whether it arrived (reliability.md § 2). */
export interface Verdict {
  readonly sort: "retry" | "final" | "uncertain";
  /** A French sentence for staff: no address, no secret, no server text. */
  readonly phrase: string;
  /** Greylisting asks for patience. */
  readonly attendreMs?: number;
}

interface MailError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

export const classify = (error: unknown): Verdict => {
  const { code, responseCode, command } = (error ?? {}) as MailError;
  if (code === "EAUTH")
    return {
      sort: "retry",
      phrase: "Le serveur d’envoi refuse l’identifiant ou le mot de passe : corrigez-les dans Réglages.",
      attendreMs: 300_000,
    };
  if (responseCode !== undefined && responseCode >= 500) {
    if (command === "RCPT TO" || code === "EENVELOPE")
      return {
        sort: "final",
        phrase: `Adresse refusée par le serveur (${responseCode}) : corrigez-la, puis envoyez de nouveau.`,
      };
    return { sort: "final", phrase: `Message refusé par le serveur (${responseCode}).` };
  }
  if (responseCode !== undefined && responseCode >= 400)
    return {
      sort: "retry",
      phrase: `Le serveur demande d’attendre (${responseCode}) : nouvel essai prévu.`,
      ...(responseCode === 450 ? { attendreMs: 300_000 } : {}),
    };
  if (code === "ECONNREFUSED" || code === "ESOCKET" || code === "EDNS" || code === "ENOTFOUND")
    return { sort: "retry", phrase: "Le serveur d’envoi est injoignable : nouvel essai prévu." };
  if (code === "ETLS" || code === "ECONFIG")
    return {
      sort: "retry",
      phrase: "La connexion chiffrée avec le serveur d’envoi échoue : vérifiez le mode TLS dans Réglages.",
      attendreMs: 300_000,
    };
  return { sort: "retry", phrase: "Le serveur d’envoi ne répond pas correctement : nouvel essai prévu." };
};
