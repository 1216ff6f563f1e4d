import { footers, makePdf, seal } from "./page.ts";
import { facts, heading, letterhead, paragraph, table, title } from "./text.ts";
import type { DocumentInput } from "./types.ts";

/** Programme de la formation entered as data (G23). */
export const drawProgramme = (input: DocumentInput): Promise<Uint8Array> => {
  const { formation } = input;
  const programme = formation.programme ?? { modules: [] };
  const hours = programme.modules.reduce((sum, module) => sum + (module.heures ?? 0), 0);
  const texts: readonly (readonly [string, string | undefined])[] = [
    ["Objectifs", programme.objectifs],
    ["Prérequis", programme.prerequis],
  ];
  const after: readonly (readonly [string, string | undefined])[] = [
    ["Modalités pédagogiques", programme.modalites],
    ["Évaluation et sanction", programme.evaluation],
    ["Accessibilité", programme.accessibilite],
  ];
  return makePdf(
    {
      titre: `Programme – ${formation.titre}`,
      sujet: seal(input.reference, input.empreinte),
      le: input.figeLe,
    },
    (pdf) => {
      letterhead(pdf, input);
      title(
        pdf,
        "Programme de la formation",
        formation.variante ? `${formation.titre} – ${formation.variante}` : formation.titre,
      );
      facts(pdf, [
        ["Certification", formation.intituleDiplome],
        ["Niveau", String(formation.niveau)],
        ["Code RNCP", formation.rncp],
        ["Durée", `${formation.heures}\u00a0heures, dont ${formation.heuresDistance}\u00a0à distance`],
        ["Responsable", formation.responsable.nom],
      ]);
      for (const [name, text] of texts)
        if (text) {
          heading(pdf, name);
          paragraph(pdf, text);
        }
      if (programme.modules.length > 0) {
        heading(pdf, "Contenu");
        table(
          pdf,
          [
            { titre: "Module", largeur: 2 },
            { titre: "Heures", largeur: 0.7, align: "right" },
            { titre: "Contenu", largeur: 3.6 },
          ],
          [
            ...programme.modules.map((module) => [
              module.titre,
              module.heures === undefined ? "" : String(module.heures),
              module.contenu ?? "",
            ]),
            ...(hours > 0 ? [["Total", String(hours), ""]] : []),
          ],
          hours > 0,
        );
      }
      for (const [name, text] of after)
        if (text) {
          heading(pdf, name);
          paragraph(pdf, text);
        }
      footers(pdf, seal(input.reference, input.empreinte));
    },
  );
};
