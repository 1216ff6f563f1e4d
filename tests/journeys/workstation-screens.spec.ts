import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { cactus, expect, type Page, startStaffApp, test } from "./app.ts";

/** What the screens do as a workstation’s application does: on each host alike. */
const enter = (page: Page) => page.getByRole("button", { name: /^Administrateur/ }).click();
const title = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });
const palette = (page: Page) => page.getByRole("combobox", { name: "Chercher un dossier ou une action" });
const faults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude("iframe").analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
};

/** A file dragged from the system over a place and, if asked, dropped there. */
const drag = async (
  page: Page,
  selector: string,
  file: { name: string; type: string; bytes: Buffer },
  drop: boolean,
): Promise<void> => {
  const transfer = await page.evaluateHandle(
    ({ name, type, base64 }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type }));
      return data;
    },
    { name: file.name, type: file.type, base64: file.bytes.toString("base64") },
  );
  for (const event of ["dragenter", "dragover", ...(drop ? ["drop"] : [])])
    await page.locator(selector).first().dispatchEvent(event, { dataTransfer: transfer });
};

test("palette, shortcuts, titles, files dropped", async ({ page: tab, folder }) => {
  const app = await startStaffApp(folder, ["--demo"]);
  const page = await app.open(tab);
  await expect(page).toHaveTitle("Se connecter – Cactus");
  await enter(page);
  await expect(title(page, "Tableau de bord")).toBeVisible();

  await test.step("what waits is in the title of a browser’s tab, as the dashboard counts it", async () => {
    await expect(page).toHaveTitle(
      test.info().project.name === "electron"
        ? "Tableau de bord – Cactus"
        : /^\(\d+\) Tableau de bord – Cactus$/,
    );
  });

  await test.step("a setting, without its accents; then a dossier, Enter pressed before it is found", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("option", { name: /^Formations/ })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await palette(page).fill("reglages delais");
    await expect(page.getByRole("option")).toHaveText(["Délais"]);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/reglages\/delais$/);
    const [first] = JSON.parse(cactus("dossiers", "--json", "--data", folder)) as { reference: string }[];
    await page.keyboard.press("Control+k");
    await palette(page).fill(first?.reference ?? "");
    await page.keyboard.press("Enter");
    await expect(page.getByText(first?.reference ?? "").first()).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(`${first?.reference} .* – Cactus$`));
  });

  await test.step("it remembers the dossier; what is typed in a field is no shortcut", async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByText("Dossiers récents")).toBeVisible();
    await palette(page).fill("?");
    await expect(page.getByRole("dialog", { name: "Raccourcis clavier" })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(palette(page)).toHaveCount(0);
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Raccourcis clavier" });
    await expect(dialog.getByRole("row", { name: /Verrouiller/ })).toBeVisible();
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Alt+Digit3");
    await expect(title(page, "Formations")).toBeVisible();
  });

  await test.step("a PDF dropped on a piece is taken; anything else is refused in words; elsewhere nothing moves", async () => {
    const [ready] = (
      JSON.parse(cactus("dossiers", "--json", "--data", folder)) as {
        reference: string;
        documents: string[];
      }[]
    ).filter(({ documents }) => documents.includes("calendrier"));
    const out = join(folder, "calendrier.pdf");
    cactus(
      "document",
      "--data",
      folder,
      "--dossier",
      ready?.reference ?? "",
      "--type",
      "calendrier",
      "--out",
      out,
    );
    const pdf = { name: "calendrier.pdf", type: "application/pdf", bytes: readFileSync(out) };
    await page.getByRole("row").filter({ hasText: "F707" }).getByRole("link").first().click();
    const radios = page.getByRole("radiogroup", { name: "Comment fournir le calendrier" });
    await radios.getByText("Un fichier PDF").click();
    const place = page.getByText("ou déposez-le ici").first();
    await expect(place).toBeVisible();
    const here = page.url();
    const selector = 'text="ou déposez-le ici"';
    await drag(page, "h1", pdf, false);
    await expect(page.getByText("Déposez le PDF ici").first()).toBeVisible();
    await drag(page, "h1", pdf, true);
    await expect(page.getByText("Déposez le PDF ici")).toHaveCount(0);
    expect(page.url()).toBe(here);
    await drag(page, selector, { ...pdf, name: "notes.txt", type: "text/plain" }, true);
    await expect(page.getByText(/Ce fichier n’est pas un PDF/)).toBeVisible();
    await drag(page, selector, pdf, true);
    await expect(page.getByText("calendrier.pdf")).toBeVisible();
    await expect(page.getByText(/Ce fichier n’est pas un PDF/)).toHaveCount(0);
  });
  await app.stop();
});
