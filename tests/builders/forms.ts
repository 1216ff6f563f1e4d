import { readFileSync } from "node:fs";
import { contratOf, currentForm } from "../../shared/dossier/index.ts";
import type { Contrat, DossierData, Field, FormVersion } from "../../shared/dossier/kernel.ts";

/** The form versions of the tests’ day; a test that means another says it. */
export const formFor = (contrat: Contrat): FormVersion => currentForm(contrat, "2026-08-20");
/** The version a dossier with these data is read by. */
export const formWith = (data: DossierData): FormVersion => formFor(contratOf(data));
/** A version that asks for this field, apprentissage when both do. */
export const formWhere = (field: Field): FormVersion => formFor(field.contrats[0] ?? "apprentissage");

/** Every box of the official PDF: its AcroForm name, its identifier in the form's document, what it holds. */
export const officialBoxes = (
  form: FormVersion,
): readonly { readonly nom: string; readonly champ: string; readonly role: string }[] =>
  JSON.parse(
    readFileSync(
      new URL(`../../shared/dossier/forms/${form.replace("*", "-")}/boxes.fixture.json`, import.meta.url),
      "utf8",
    ),
  );
