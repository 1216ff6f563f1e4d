import type { Contrat } from "../../shared/dossier/kernel.ts";
import type { Actor, Deps } from "../deps.ts";
import { createDossier } from "../dossier/create.ts";
import { prepareInvitation, recordInvitation } from "../dossier/invite.ts";
import { maySee } from "../dossier/open.ts";
import { BusinessError, introuvable } from "../errors.ts";
import { type RefusedLine, readLines } from "./invitation-lines.ts";

export interface InviteRequest {
  readonly formationId: string;
  readonly varianteId?: string;
  readonly contrat: Contrat;
  readonly lignes: string;
}
export interface InviteResult {
  readonly invites: { ligne: number; dossierId: string; reference: string; courriel: string }[];
  readonly refus: RefusedLine[];
}

/**
 * G1: one transaction per person (dossier, access, mail in the outbox), so a bad line never holds the good ones.
 * An address that already has an open dossier in this formation is refused by name: it would be a duplicate.
 */
export const inviteAlternants =
  (deps: Deps) =>
  async (actor: Actor, request: InviteRequest): Promise<InviteResult> => {
    const { bonnes, refus } = readLines(request.lignes);
    const result: InviteResult = { invites: [], refus: [...refus] };
    for (const line of bonnes) {
      const nom = [line.prenom, line.nom].filter(Boolean).join(" ");
      const prepared = await prepareInvitation(deps)({ courriel: line.courriel, ...(nom ? { nom } : {}) });
      try {
        const dossier = await deps.store.write(async (tx) => {
          const formation = await tx.formations.byId(request.formationId);
          if (!formation || !maySee(actor, formation.id)) throw introuvable("Formation");
          const known = await tx.dossiers.list(
            {
              formationId: formation.id,
              recherche: line.courriel,
              etats: ["invite", "saisie", "demande", "valide"],
            },
            { tri: "modifieLe", sens: "desc", limite: 20 },
          );
          const twin = known.lignes.find((row) => row.courriel.toLowerCase() === line.courriel.toLowerCase());
          if (twin)
            throw new BusinessError(
              "IMPOSSIBLE",
              `cette adresse a déjà le dossier ${twin.reference} dans cette formation`,
            );
          const created = await createDossier(deps, tx, actor, {
            formation,
            varianteId: request.varianteId,
            contrat: request.contrat,
            courriel: line.courriel,
            nom: line.nom,
            prenom: line.prenom,
            origine: "invitation",
          });
          await recordInvitation(deps)(tx, actor, prepared, { qualite: "alternant", dossier: created });
          return created;
        });
        result.invites.push({
          ligne: line.ligne,
          dossierId: dossier.id,
          reference: dossier.reference,
          courriel: line.courriel,
        });
      } catch (error) {
        if (!(error instanceof BusinessError) || error.code === "INTERDIT") throw error;
        result.refus.push({ ligne: line.ligne, texte: line.courriel, raison: error.message });
      }
    }
    result.refus.sort((a, b) => a.ligne - b.ligne);
    deps.mailDue();
    return result;
  };
