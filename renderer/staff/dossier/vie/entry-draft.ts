import type { z } from "zod";
import type { VieEntree, vieEntreeSaisie } from "../../../../shared/api/models.ts";
import { formatDate } from "../../../../shared/dossier/calendar.ts";
import { tidyDate } from "../../../../shared/dossier/formats/index.ts";

export type VieSaisie = z.infer<typeof vieEntreeSaisie>;
export interface VieDraft {
  readonly rubrique: VieSaisie["rubrique"];
  readonly du: string;
  readonly au: string;
  readonly titre: string;
  readonly texte: string;
  readonly visibilite: VieSaisie["visibilite"];
  readonly fait: boolean;
}

export const emptyDraft = (today: string): VieDraft => ({
  rubrique: "entretien",
  du: formatDate(today),
  au: "",
  titre: "",
  texte: "",
  visibilite: "cfa",
  fait: true,
});
export const toDraft = (entree: VieEntree): VieDraft => ({
  rubrique: entree.rubrique,
  du: formatDate(entree.du),
  au: entree.au ? formatDate(entree.au) : "",
  titre: entree.titre,
  texte: entree.texte ?? "",
  visibilite: entree.visibilite,
  fait: entree.fait,
});

export type VieErrors = Partial<Record<"du" | "au" | "titre", string>>;
export const readDraft = (
  draft: VieDraft,
): { ok: true; entree: VieSaisie } | { ok: false; errors: VieErrors } => {
  const du = tidyDate(draft.du);
  const au = draft.au.trim() === "" ? undefined : tidyDate(draft.au);
  const errors: VieErrors = {
    ...(du.ok ? {} : { du: du.message }),
    ...(au && !au.ok ? { au: au.message } : {}),
    ...(draft.titre.trim() === "" ? { titre: "Donnez un titre à cette entrée." } : {}),
  };
  if (du.ok && au?.ok && au.value < du.value)
    errors.au = "La fin précède le début\u00a0: vérifiez les deux dates.";
  if (Object.keys(errors).length > 0 || !du.ok) return { ok: false, errors };
  return {
    ok: true,
    entree: {
      rubrique: draft.rubrique,
      du: du.value,
      au: au?.ok ? au.value : undefined,
      titre: draft.titre.trim(),
      texte: draft.texte.trim() || undefined,
      visibilite: draft.visibilite,
      fait: draft.fait,
    },
  };
};
