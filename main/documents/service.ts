import type { Dossier, Tx } from "../../db/ports.ts";
import {
  accorde,
  type DocumentType,
  documentEntry,
  documentLabels,
  documentStatus,
  type FormationPiece,
  isFormationPiece,
} from "../../shared/workflow/index.ts";
import type { DocumentInput } from "../../templates/pdf/types.ts";
import type { Actor, Deps } from "../deps.ts";
import { auditBy } from "../dossier/change.ts";
import { maySee, open } from "../dossier/open.ts";
import { impossible, introuvable } from "../errors.ts";
import { ascii } from "../files.ts";
import { documentInput, formationOnlyInput } from "./input.ts";
import type { PdfPool } from "./pool.ts";

export interface Produced {
  readonly nom: string;
  readonly contenu: Uint8Array;
}
/** Either bytes already there (a supplied PDF), or what to render. Nothing is rendered inside a transaction. */
type Source = { readonly contenu: Uint8Array } | { readonly input: DocumentInput };

/** « D2026-00042_MARTIN_Lea_Convention.pdf »: sorts by dossier, says who and what, and every system accepts it. */
export const fileName = (dossier: Pick<Dossier, "reference" | "data">, type: DocumentType): string =>
  `${[dossier.reference, dossier.data.apprentiNomNaissance, dossier.data.apprentiPrenom, documentLabels[type]]
    .filter((part) => part !== undefined && part !== "")
    .map((part) => ascii(String(part)))
    .join("_")}.pdf`;
export interface DocumentService {
  /** G21–G24: one document, or the reason why not. Audited. */
  produce(actor: Actor, id: string, type: DocumentType, signal?: AbortSignal): Promise<Produced>;
  formationPiece(actor: Actor, formationId: string, type: FormationPiece): Promise<Produced>;
}

const sourceOf = async (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  id: string,
  type: DocumentType,
): Promise<{ dossier: Dossier; source: Source }> => {
  const opened = await open(deps, tx, actor, id);
  const { dossier, formation, facts, frozen } = opened;
  const status = documentStatus(type, facts, actor.role);
  if (!status.disponible)
    throw impossible(`${documentLabels[type]} indisponible\u00a0: ${status.raison ?? "pas encore"}.`);
  const dated = { ...dossier, data: opened.data };
  if (documentEntry(type).joint?.(facts))
    return { dossier: dated, source: { contenu: await stored(tx, dossier.cerfaExterne?.fichierId) } };
  if (isFormationPiece(type)) {
    // A formation that supplied its piece after the freeze still serves it: the pack needs it (G23).
    const kept = frozen?.contenu.formation[type];
    const piece = kept && kept.mode !== "absent" ? kept : formation[type];
    if (piece.mode === "fichier")
      return { dossier: dated, source: { contenu: await stored(tx, piece.fichierId) } };
    if (frozen && piece !== kept) {
      const cfa = await tx.reglages.cfa();
      if (!cfa) throw introuvable("CFA");
      const patched = {
        ...frozen,
        contenu: { ...frozen.contenu, formation: { ...frozen.contenu.formation, [type]: piece } },
      };
      return {
        dossier: dated,
        source: { input: await documentInput(tx, opened, patched, cfa) },
      };
    }
  }
  if (documentEntry(type).fige && !frozen)
    throw impossible("Les données figées de ce dossier manquent\u00a0: signalez-le au support.");
  const cfa = await tx.reglages.cfa();
  if (!cfa) throw introuvable("CFA");
  return { dossier: dated, source: { input: await documentInput(tx, opened, frozen, cfa) } };
};

const stored = async (tx: Tx, fichierId: string | undefined): Promise<Uint8Array> => {
  const fichier = fichierId ? await tx.fichiers.get(fichierId) : undefined;
  if (!fichier) throw introuvable("Fichier");
  return fichier.contenu;
};

export const createDocumentService = (deps: Deps, pool: PdfPool): DocumentService => ({
  produce: async (actor, id, type, signal) => {
    const { dossier, source } = await deps.store.read((tx) => sourceOf(deps, tx, actor, id, type));
    const contenu =
      "contenu" in source ? source.contenu : await pool.render({ type, input: source.input }, signal);
    await deps.store.write((tx) =>
      tx.audit.record(
        auditBy(actor, {
          action: `document.${type}`,
          dossierId: id,
          phrase: `a produit le document ${documentLabels[type]}`,
        }),
      ),
    );
    return { nom: fileName(dossier, type), contenu };
  },
  formationPiece: async (actor, formationId, type) => {
    const { nom, source } = await deps.store.read(async (tx) => {
      const formation = await tx.formations.byId(formationId);
      if (!formation || !maySee(actor, formationId)) throw introuvable("Formation");
      const piece = formation[type];
      const name = `${ascii(formation.code)}_${documentLabels[type]}.pdf`;
      if (piece.mode === "absent")
        throw impossible(
          `${documentLabels[type]} ${accorde(type, "absent")}\u00a0: fournissez un PDF ou saisissez ses données.`,
        );
      if (piece.mode === "fichier")
        return { nom: name, source: { contenu: await stored(tx, piece.fichierId) } as Source };
      const cfa = await tx.reglages.cfa();
      if (!cfa) throw introuvable("CFA");
      return {
        nom: name,
        source: { input: await formationOnlyInput(tx, cfa, formation, deps.now()) } as Source,
      };
    });
    return {
      nom,
      contenu: "contenu" in source ? source.contenu : await pool.render({ type, input: source.input }),
    };
  },
});
