import type { Deps } from "../../../main/deps.ts";
import type { Smtp } from "../../../shared/api/staff/office.ts";
import { findMail } from "../../../shared/catalogues/mails.ts";

/** Sends to a loopback server as fast as it can. */
export const useServer = (deps: Deps, port: number, more: Partial<Smtp> = {}): Promise<void> =>
  deps.store.write((tx) =>
    tx.reglages.set("smtp", {
      hote: "127.0.0.1",
      port,
      tls: "aucun",
      expediteurNom: "CFA des Deux Rives",
      expediteurCourriel: "cactus@cfa.example.fr",
      debitParMinute: 1_000_000_000,
      ...more,
    } satisfies Smtp),
  );

/** Parameters that fit every mail; invitations carry a secret and may be sent twice, step mails neither. */
export const addMail = (
  deps: Deps,
  n: number,
  modele: "invitationAlternant" | "dossierValide" | (string & {}) = "invitationAlternant",
  more: { secret?: string; params?: Record<string, unknown> } = {},
): Promise<{ id: string }> =>
  deps.store.write((tx) =>
    tx.outbox.add({
      cle: `${modele}:${n}`,
      modele,
      sujet: `Sujet ${n}`,
      destinataire: `personne${n}@example.fr`,
      ...((findMail(modele)?.secret ?? "aucun") === "aucun"
        ? {}
        : { secret: more.secret ?? `k7fm-secret-${n}` }),
      params: {
        cfa: "CFA des Deux Rives",
        formation: "Master",
        nom: "",
        alternant: "",
        courriel: `personne${n}@example.fr`,
        url: "https://cactus.example.fr",
        lien: "https://cactus.example.fr/#/dossiers/1",
        expire: "05/10/2026",
        motDePasseHabituel: false,
        reference: `D2026-${n}`,
        qualite: "alternant",
        motif: "SIRET du siège",
        par: "Claire Maurin",
        perimeLe: "2099-01-01T00:00:00.000Z",
        ...more.params,
      },
    }),
  );
