/** What a failed delivery means: try again, give up, or nobody knows whether it arrived (reliability.md § 2). */
export interface Verdict {
  readonly sort: "retry" | "final" | "uncertain";
  /** A French sentence for staff: no address, no secret, no server text. */
  readonly phrase: string;
  /** Greylisting asks for patience. */
  readonly attendreMs?: number;
  /** The server itself is at fault: the other messages would fail alike, so the pass stops here. */
  readonly serveur?: true;
}

interface MailError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

const PATIENT = 300_000;

/** The connection was lost once the message had begun to leave: it may have arrived. */
const uncertain: Verdict = {
  sort: "uncertain",
  phrase: "La connexion a été coupée pendant l’envoi\u00a0: le message est peut-être arrivé.",
};

/**
 * nodemailer’s error, and whether the body had begun to leave. A reply of the server decides first; without one, a
 * body that never left can safely be sent again, one that did is uncertain.
 */
export const classify = (error: unknown, bodyLeft = false): Verdict => {
  const { code, responseCode, command } = (error ?? {}) as MailError;
  if (code === "EAUTH")
    return {
      sort: "retry",
      phrase: "Le serveur d’envoi refuse l’identifiant ou le mot de passe\u00a0: corrigez-les dans Réglages.",
      attendreMs: PATIENT,
      serveur: true,
    };
  if (responseCode !== undefined && responseCode >= 500) return refused(responseCode, code, command);
  if (responseCode !== undefined && responseCode >= 400)
    return {
      sort: "retry",
      phrase: `Le serveur demande d’attendre (${responseCode})\u00a0: nouvel essai prévu.`,
      ...(responseCode === 450 ? { attendreMs: PATIENT } : {}),
      ...(responseCode === 421 ? { serveur: true as const } : {}),
    };
  if (bodyLeft) return uncertain;
  if (code === "ETLS" || code === "ECONFIG")
    return {
      sort: "retry",
      phrase:
        "La connexion chiffrée avec le serveur d’envoi échoue\u00a0: vérifiez le mode TLS dans Réglages.",
      attendreMs: PATIENT,
      serveur: true,
    };
  if (code === "ESOCKET" || code === "EDNS")
    return {
      sort: "retry",
      phrase: "Le serveur d’envoi est injoignable\u00a0: nouvel essai prévu.",
      serveur: true,
    };
  return {
    sort: "retry",
    phrase: "Le serveur d’envoi ne répond pas correctement\u00a0: nouvel essai prévu.",
    serveur: true,
  };
};

/** A 5xx about this recipient or this message is final; one about us (sender, greeting) is for Réglages to mend. */
const refused = (responseCode: number, code: string | undefined, command: string | undefined): Verdict => {
  if (command === "RCPT TO")
    return {
      sort: "final",
      phrase: `Adresse refusée par le serveur (${responseCode})\u00a0: corrigez-la, puis envoyez de nouveau.`,
    };
  if (code === "EMESSAGE" || command === "DATA")
    return { sort: "final", phrase: `Message refusé par le serveur (${responseCode}).` };
  if (command === "MAIL FROM")
    return {
      sort: "retry",
      phrase: `Le serveur refuse l’expéditeur (${responseCode})\u00a0: vérifiez l’adresse d’expéditeur et l’identifiant dans Réglages.`,
      attendreMs: PATIENT,
      serveur: true,
    };
  return {
    sort: "retry",
    phrase: `Le serveur d’envoi refuse la connexion (${responseCode})\u00a0: vérifiez Réglages.`,
    attendreMs: PATIENT,
    serveur: true,
  };
};
