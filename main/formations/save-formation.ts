import type { Formation, FormationSaisie } from "../../shared/api/models.ts";
import { todayInParis } from "../../shared/dossier/calendar.ts";
import { formationPieces } from "../../shared/workflow/index.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { auditBy } from "../dossier/change.ts";
import { maySee } from "../dossier/open.ts";
import { introuvable, saisieInvalide } from "../errors.ts";
import { checkFormation } from "./check-formation.ts";

/** Access codes are unique over all formations and variants (G5). */
const assertFreeCodes = async (tx: Tx, saisie: FormationSaisie, exceptId?: string): Promise<void> => {
  const wanted = [
    { champ: "code", code: saisie.code },
    ...saisie.variantes.map((variante, index) => ({ champ: `variantes.${index}.code`, code: variante.code })),
  ];
  const issues = [];
  for (const { champ, code } of wanted) {
    const owner = await tx.formations.byCode(code);
    if (owner && owner.formation.id !== exceptId)
      issues.push({
        champ,
        message: `Le code ${code} est déjà celui de «\u00a0${owner.formation.titre}\u00a0»\u00a0: choisissez-en un autre.`,
      });
  }
  if (issues.length > 0) throw saisieInvalide(issues);
};

/** A supplied PDF must have been deposited first. */
const assertPieces = async (tx: Tx, saisie: FormationSaisie): Promise<void> => {
  for (const type of formationPieces) {
    const piece = saisie[type];
    if (piece.mode === "fichier" && !(await tx.fichiers.info(piece.fichierId)))
      throw saisieInvalide([
        { champ: type, message: "Le fichier n’est plus là\u00a0: déposez-le de nouveau." },
      ]);
  }
};

export const createFormation =
  (deps: Deps) =>
  async (actor: Actor, raw: FormationSaisie): Promise<Formation> => {
    const saisie = checkFormation(raw, todayInParis(deps.now()));
    return deps.store.write(async (tx) => {
      await assertFreeCodes(tx, saisie);
      await assertPieces(tx, saisie);
      const formation = await tx.formations.create(saisie);
      await tx.audit.record(
        auditBy(actor, {
          action: "formation.creee",
          formationId: formation.id,
          phrase: `a créé la formation «\u00a0${formation.titre}\u00a0»`,
        }),
      );
      return formation;
    });
  };

export const updateFormation =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number, raw: FormationSaisie): Promise<Formation> => {
    const saisie = checkFormation(raw, todayInParis(deps.now()));
    const saved = await deps.store.write(async (tx) => {
      if (!maySee(actor, id) || !(await tx.formations.byId(id))) throw introuvable("Formation");
      await assertFreeCodes(tx, saisie, id);
      await assertPieces(tx, saisie);
      const formation = await tx.formations.update(id, saisie, seen);
      await tx.audit.record(
        auditBy(actor, {
          action: "formation.modifiee",
          formationId: id,
          phrase: `a modifié la formation «\u00a0${formation.titre}\u00a0»`,
        }),
      );
      return formation;
    });
    deps.judgementsDue();
    return saved;
  };

export const archiveFormation =
  (deps: Deps) =>
  async (actor: Actor, id: string, seen: number, archivee: boolean): Promise<Formation> => {
    return deps.store.write(async (tx) => {
      if (!maySee(actor, id)) throw introuvable("Formation");
      const formation = await tx.formations.archive(id, archivee, seen);
      await tx.audit.record(
        auditBy(actor, {
          action: archivee ? "formation.archivee" : "formation.desarchivee",
          formationId: id,
          phrase: `${archivee ? "a archivé" : "a désarchivé"} la formation «\u00a0${formation.titre}\u00a0»`,
        }),
      );
      return formation;
    });
  };
