import type { Smtp } from "../../shared/api/staff/office.ts";
import { tidyEmail } from "../../shared/dossier/formats/index.ts";
import { compose } from "../../templates/emails/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { auditBy } from "../dossier/change.ts";
import { impossible, saisieInvalide } from "../errors.ts";
import { openTransport, smtpPasswordName } from "./transport.ts";

export const readSmtp = (deps: Deps) => async () => {
  const smtp = await deps.store.read((tx) => tx.reglages.get<Smtp>("smtp"));
  return {
    ...(smtp ? { smtp } : {}),
    motDePasseConnu: (await deps.keychain.get(smtpPasswordName)) !== undefined,
    protection: deps.keychain.protection,
  };
};

export const saveSmtp = (deps: Deps) => async (actor: Actor, smtp: Smtp, motDePasse: string | undefined) => {
  const issues: { champ: string; message: string }[] = [];
  const sender = tidyEmail(smtp.expediteurCourriel);
  if (!sender.ok) issues.push({ champ: "expediteurCourriel", message: sender.message });
  if (!/^[A-Za-z0-9.:-]+$/.test(smtp.hote))
    issues.push({
      champ: "hote",
      message: "Indiquez le nom du serveur d’envoi, par exemple smtp.mon-cfa.fr.",
    });
  if (/[\r\n]/.test(smtp.expediteurNom))
    issues.push({ champ: "expediteurNom", message: "Le nom de l’expéditeur tient sur une ligne." });
  if (issues.length > 0 || !sender.ok) throw saisieInvalide(issues);
  // The password goes to the keychain, never to the database.
  if (motDePasse !== undefined)
    await deps.keychain.set(smtpPasswordName, motDePasse === "" ? undefined : motDePasse);
  await deps.store.write(async (tx) => {
    await tx.reglages.set("smtp", { ...smtp, expediteurCourriel: sender.value });
    await tx.audit.record(
      auditBy(actor, { action: "reglages.smtp", phrase: "a modifié le serveur d’envoi des courriels" }),
    );
  });
  deps.mailDue();
  return {};
};

/** « Envoyer un message d’essai »: at once, outside the outbox, so the answer is on screen. */
export const trySmtp =
  (deps: Deps) =>
  async (destinataire: string): Promise<{ envoye: boolean; message: string }> => {
    const to = tidyEmail(destinataire);
    if (!to.ok) throw saisieInvalide([{ champ: "destinataire", message: to.message }]);
    const { smtp, cfa } = await deps.store.read(async (tx) => ({
      smtp: await tx.reglages.get<Smtp>("smtp"),
      cfa: await tx.reglages.cfa(),
    }));
    if (!smtp) throw impossible("Enregistrez d’abord le serveur d’envoi.");
    const transport = openTransport(smtp, await deps.keychain.get(smtpPasswordName));
    try {
      const { sujet, text, html } = compose("messageEssai", { cfa: cfa?.denomination ?? "" });
      const result = await transport.send({
        destinataire: to.value,
        sujet,
        texte: text,
        html,
        messageId: `<essai-${crypto.randomUUID()}@cactus.invalid>`,
      });
      return result.sort === "sent"
        ? { envoye: true, message: `Message d’essai envoyé à ${to.value}.` }
        : { envoye: false, message: result.phrase };
    } finally {
      transport.close();
    }
  };
