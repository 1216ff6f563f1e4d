import { conditionOf } from "../../shared/dossier/forms/index.ts";
import { findField, isRequired, isShown, labelOf } from "../../shared/dossier/index.ts";
import { depositReadiness, rulesFor } from "../../shared/rules/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { constatFor } from "../dossier/constat.ts";
import { open } from "../dossier/open.ts";
import { introuvable } from "../errors.ts";

/** « Pourquoi ? » on a field: its obligation, and every rule that looks at it with the values it used. */
export const explainField = (deps: Deps) => async (actor: Actor, id: string, champ: string) =>
  deps.store.read(async (tx) => {
    const { dossier, context: ctx, judgement } = await open(deps, tx, actor, id);
    const { form } = ctx;
    const { constats } = judgement;
    const field = findField(champ);
    if (!field) throw introuvable("Champ");
    const required = conditionOf(field, "required", form).libelle;
    const obligation = !isShown(field, ctx)
      ? `Non demandé ici (${conditionOf(field, "shown", form).libelle}).`
      : isRequired(field, ctx)
        ? required === "toujours"
          ? "Obligatoire."
          : `Obligatoire ${required}.`
        : required === "facultatif"
          ? "Facultatif."
          : `Facultatif ici\u00a0; obligatoire ${required}.`;
    return {
      champ,
      libelle: labelOf(field, dossier.contrat),
      obligation,
      source: field.source,
      aide: field.help,
      regles: rulesFor(champ)
        .filter((rule) => rule.contrats.includes(dossier.contrat))
        .map((rule) => {
          const constat = constats.find((finding) => finding.regle === rule.id);
          return {
            regle: rule.id,
            titre: rule.titre,
            article: rule.article,
            ...(constat ? { constat: constatFor(actor, constat) } : {}),
          };
        }),
    };
  });

/** « Prêt pour le dépôt »: the four points an OPCO controls, and the clocks (D6224-1, D6224-2, D6325-1). */
export const depositStatus = (deps: Deps) => async (actor: Actor, id: string) =>
  deps.store.read(async (tx) => {
    const { context, now, judgement } = await open(deps, tx, actor, id);
    const readiness = depositReadiness({ ...context, ...now, faits: judgement.faits });
    return {
      points: readiness.points.map((point) => ({
        point: point.point,
        etat: point.etat,
        ...(point.attend ? { attend: point.attend } : {}),
        constats: point.constats.map((finding) => constatFor(actor, finding)),
      })),
      echeances: readiness.echeances.map((deadline) => ({ ...deadline })),
    };
  });
