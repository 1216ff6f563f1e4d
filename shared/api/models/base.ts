import { z } from "zod";

/** The nouns both contracts and the database share: one zod schema each, types inferred. */

export const instant = z.iso.datetime();

export const day = z.iso.date();

export const id = z.string().min(1).max(64);

export const cents = z.int().min(0).max(100_000_000_00);

export const version = z.int().min(0);

/** Data as entered: keys are checked against the dossier schema by the server, which knows the contract. */
export const dossierData = z.record(
  z.string().max(80),
  z.union([z.string().max(10_000), z.number(), z.boolean()]),
);

export const line = (max = 200) => z.string().trim().max(max);

export const optionalLine = (max = 200) => line(max).optional();

export const adresse = z.object({
  numero: optionalLine(20),
  voie: line(),
  complement: optionalLine(),
  codePostal: line(5),
  commune: line(),
});

export type Adresse = z.infer<typeof adresse>;
