import { z } from "zod";
import { base } from "../errors.ts";
import { formation, formationSaisie, id, version } from "../models.ts";

const resume = formation.extend({
  dossiers: z.int(),
  sansCalendrier: z.boolean(),
  sansProgramme: z.boolean(),
});

export const formations = {
  lister: base
    .input(z.object({ archivees: z.boolean().default(false), recherche: z.string().max(200).optional() }))
    .output(z.array(resume)),
  lire: base.input(z.object({ id })).output(formation),
  creer: base.input(formationSaisie).output(formation),
  modifier: base.input(z.object({ id, version, saisie: formationSaisie })).output(formation),
  archiver: base.input(z.object({ id, version, archivee: z.boolean() })).output(formation),
  /** The next free code (« F731 »), or the next variant of a code (« F724-3 »). */
  proposerCode: base
    .input(z.object({ base: z.string().max(10).optional() }))
    .output(z.object({ code: z.string() })),
  /** Stores a PDF (checked by content) to be used as calendrier or programme. */
  deposerPiece: base
    .input(z.object({ fichier: z.file().max(20_000_000) }))
    .output(z.object({ fichierId: id, nom: z.string() })),
  /** The PDF as it will be downloaded: supplied file, or rendered from the data. */
  apercu: base.input(z.object({ id, type: z.enum(["calendrier", "programme"]) })).output(z.file()),
};
