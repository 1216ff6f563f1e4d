import { z } from "zod";
import { adresse, line, optionalLine } from "./base.ts";

/** The CFA itself, as printed on the CERFA and the convention. */
export const cfa = z.object({
  denomination: line().min(1),
  siret: line(14),
  uai: line(8),
  numeroDeclaration: optionalLine(11),
  adresse,
  telephone: optionalLine(20),
  courriel: optionalLine(),
  representant: optionalLine(),
  cfaEntreprise: z.enum(["oui", "non"]).default("non"),
  logoId: z.string().optional(),
});

export type Cfa = z.infer<typeof cfa>;
