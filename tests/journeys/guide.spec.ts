import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, startStaffApp, test } from "./app.ts";

/** The user’s guide in the application: F1, search, pages, links, images, in both themes. */
const accessible = async (page: Page, where: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations, where).toEqual([]);
};
const help = (page: Page) => page.getByRole("dialog", { name: /^Aide/ });

test("F1 opens the page of the screen beside it; the guide is searched and read", async ({
  page: browserTab,
  folder,
}) => {
  test.setTimeout(480_000);
  const app = await startStaffApp(folder, ["--demo"]);
  const page = await app.open(browserTab);
  const errors: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });

  await test.step("before signing in already", async () => {
    await page.getByRole("heading", { name: "Se connecter" }).waitFor();
    await page.keyboard.press("F1");
    await expect(
      help(page).getByRole("heading", { name: "Se connecter, verrouiller, quitter" }),
    ).toBeVisible();
    await expect(help(page).getByRole("button", { name: "Ouvrir en grand" })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(help(page)).toHaveCount(0);
    await page.getByRole("button", { name: /^Conseiller/ }).click();
    await expect(page.getByRole("heading", { name: "Tableau de bord" })).toBeVisible();
  });

  await test.step("on a dossier: the page of its tab, and the screen stays as it was", async () => {
    await page
      .getByRole("navigation", { name: "Menu principal" })
      .getByRole("link", { name: "Dossiers" })
      .click();
    await page.getByRole("row").nth(2).click();
    await page.getByRole("tab", { name: /^Économie/ }).click();
    const name = await page.getByRole("heading", { level: 1 }).textContent();
    await page.keyboard.press("F1");
    await expect(help(page).getByRole("heading", { name: "Faire la revue économique" })).toBeVisible();
    await accessible(page, "help beside a dossier");
    await help(page).getByRole("link", { name: "fiche de la formation" }).click();
    await expect(help(page).getByRole("heading", { name: "Créer ou modifier une formation" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { level: 1, name: name ?? "" })).toBeVisible();
    await expect(page).toHaveURL(/onglet=economie/);
  });

  await test.step("in a field, F1 explains the field", async () => {
    await page.getByRole("tab", { name: /^Données de base/ }).click();
    await page.getByRole("textbox", { name: /SIRET/ }).focus();
    await page.keyboard.press("F1");
    await expect(page.getByRole("dialog", { name: /^Pourquoi/ })).toBeVisible();
    await expect(help(page)).toHaveCount(0);
    await page.keyboard.press("Escape");
  });

  await test.step("from the menu: the contents, a search, a result, its images", async () => {
    await page
      .getByRole("navigation", { name: "Menu principal" })
      .getByRole("link", { name: "Aide" })
      .click();
    await expect(page.getByRole("heading", { level: 1, name: "Aide" })).toBeVisible();
    await accessible(page, "contents");
    await page.getByRole("searchbox", { name: "Chercher dans l’aide" }).fill("gele");
    await page
      .getByRole("link", { name: /^Le dossier est figé/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1, name: "Le dossier est figé" })).toBeVisible();
    await expect(page).toHaveURL(/#\/aide\/dossier-fige/);
    const image = page.getByRole("img", { name: "Le bandeau d’un dossier figé" });
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
    await accessible(page, "a page");
    await page.getByRole("button", { name: /^Revenir aux réponses/ }).click();
    await expect(page.getByText(/réponses? sur/)).toBeVisible();
    await accessible(page, "results");
    await page
      .getByRole("link", { name: /^Le dossier est figé/ })
      .first()
      .click();
  });

  await test.step("page after page, back, and a heading of another page", async () => {
    const neighbours = page.getByRole("navigation", { name: "Pages voisines" });
    await neighbours.getByRole("link", { name: "Deux personnes écrivent en même temps" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: "Deux personnes écrivent en même temps" }),
    ).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: "Le dossier est figé" })).toBeVisible();
    await page.getByRole("searchbox", { name: "Chercher dans l’aide" }).fill("dicter un code");
    await page.getByRole("link", { name: /Dicter un code par téléphone/ }).click();
    const heading = page.getByRole("heading", { name: "Dicter un code par téléphone" });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
  });

  await test.step("in the dark and in a small window", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 1024, height: 700 });
    await accessible(page, "a page in the dark");
    const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(width).toBeLessThanOrEqual(0);
  });

  expect(errors).toEqual([]);
  await app.stop();
});
