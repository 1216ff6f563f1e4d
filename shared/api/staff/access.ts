import { z } from "zod";
import { incidentReference, rapportEcran } from "../../catalogues/incidents.ts";
import { base } from "../errors.ts";
import { cfa, compteStaff } from "../models.ts";

const motDePasse = z.string().max(256);

/** First start, sign-in, sign-out, lock. The token goes back in `authorization: Bearer …` on every call. */
export const access = {
  etat: base.output(
    z.object({
      version: z.string(),
      /** No CFA yet: the assistant opens. */
      premierDemarrage: z.boolean(),
      demo: z.boolean(),
      moteur: z.enum(["sqlite", "postgres"]),
      cfa: cfa.pick({ denomination: true, logoId: true }).optional(),
      compte: compteStaff.optional(),
      hote: z.enum(["electron", "node"]),
      /** Accounts of the demonstration, offered on the sign-in screen (`--demo` only). */
      comptesDemo: z
        .array(z.object({ role: z.string(), courriel: z.string(), motDePasse: z.string() }))
        .optional(),
    }),
  ),
  creerCfa: base
    .input(
      z.object({
        cfa,
        logo: z.file().max(2_000_000).optional(),
        administrateur: z.object({
          nom: z.string().trim().min(1).max(200),
          courriel: z.string().max(254),
          motDePasse,
        }),
      }),
    )
    .output(z.object({ jeton: z.string(), compte: compteStaff })),
  connexion: base
    .input(z.object({ courriel: z.string().max(254), motDePasse }))
    .output(z.object({ jeton: z.string(), compte: compteStaff, aChanger: z.boolean() })),
  deconnexion: base.output(z.object({})),
  /** A screen says that it failed; the answer is what it shows. */
  signaler: base.input(rapportEcran).output(z.object({ reference: incidentReference })),
  changerMotDePasse: base.input(z.object({ actuel: motDePasse, nouveau: motDePasse })).output(z.object({})),
};
