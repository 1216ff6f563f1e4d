import { contratOf, currentForm } from "../../shared/dossier/index.ts";
import type { Contrat, DossierData, Field, FormVersion } from "../../shared/dossier/kernel.ts";

/** The form versions of the tests’ day; a test that means another says it. */
export const formFor = (contrat: Contrat): FormVersion => currentForm(contrat, "2026-08-20");
/** The version a dossier with these data is read by. */
export const formWith = (data: DossierData): FormVersion => formFor(contratOf(data));
/** A version that asks for this field, apprentissage when both do. */
export const formWhere = (field: Field): FormVersion => formFor(field.contrats[0] ?? "apprentissage");
