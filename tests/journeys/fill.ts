import { displayValue, isShown, labelOf, optionsOf, sectionsOf } from "../../shared/dossier/index.ts";
import type { Contrat, DossierData, Field, Onglet, Value } from "../../shared/dossier/kernel.ts";
import { formFor, formWith } from "../builders/forms.ts";
import { expect, type Page } from "./app.ts";

/** Types one value as a person does, by the field’s visible label inside its section. */
export const fillField = async (
  page: Page,
  section: string,
  field: Field,
  value: Value | undefined,
  contrat: Contrat = "apprentissage",
): Promise<void> => {
  const region = page.getByRole("region", { name: section, exact: true });
  const label = labelOf(field, contrat);
  const { kind } = field;
  const short = optionsOf(field, formFor(contrat)).find((option) => option.code === String(value));
  const radios = region.getByRole("radiogroup", { name: label, exact: true });
  if (kind.type === "check") {
    await region.getByRole("checkbox", { name: label, exact: true }).setChecked(value === true);
    return;
  }
  if (short && (await radios.count()) > 0) {
    await radios.getByRole("radio", { name: short.label, exact: true }).check();
    return;
  }
  if (kind.type === "code" || kind.type === "choice") {
    const list = region.getByRole("combobox", { name: label, exact: true });
    if (value === undefined) {
      await region
        .locator("div", { has: page.getByRole("combobox", { name: label, exact: true }) })
        .last()
        .getByRole("button", { name: "Effacer le choix", includeHidden: true })
        .click();
      return;
    }
    await list.click();
    await list.fill(String(value));
    await page
      .getByRole("option")
      .filter({ hasText: short?.label ?? String(value) })
      .first()
      .click();
    return;
  }
  const box = region
    .getByRole("textbox", { name: label, exact: true })
    .or(region.getByRole("combobox", { name: label, exact: true }));
  if (value === undefined) await box.fill("");
  else
    await box.fill(
      field.kind.type === "idcc" || field.sensitive
        ? String(value)
        : displayValue(field, value, formFor(contrat)),
    );
  await page.keyboard.press("Tab");
};

/**
 * Fills every field of a tab that these data hold and that is not already there. What shows only once another answer
 * is given comes in a second look.
 */
export const fillTab = async (
  page: Page,
  onglet: Onglet,
  data: DossierData,
  already: DossierData,
): Promise<void> => {
  const typed: Record<string, Value> = { ...(already as Record<string, Value>) };
  for (let look = 0; look < 3; look++) {
    for (const { section, fields } of sectionsOf(onglet, {
      data: typed,
      mission: "facultative",
      form: formWith(typed),
    }))
      for (const field of fields) {
        const value = data[field.id];
        if (
          value === undefined ||
          typed[field.id] === value ||
          !isShown(field, { data: typed, mission: "facultative", form: formWith(typed) })
        )
          continue;
        await fillField(page, section, field, value);
        typed[field.id] = value;
      }
  }
  await expect(page.getByText(/Enregistré/).first()).toBeVisible();
};
