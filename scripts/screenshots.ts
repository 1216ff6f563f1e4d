import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type Page } from "@playwright/test";
import { buildRenderer } from "./build.ts";
import { chromiumPath } from "./system.ts";

/** `node scripts/screenshots.ts`: every screen of the demonstration, in docs/screens, light; some in dark. */
const root = fileURLToPath(new URL("..", import.meta.url));
const out = join(root, "docs", "screens");
mkdirSync(out, { recursive: true });
await buildRenderer();
const folder = mkdtempSync(join(tmpdir(), "cactus-screens-"));
const child = spawn(process.execPath, ["main/hosts/node/main.ts", "--demo", "--no-open", "--data", folder], {
  cwd: root,
});
let said = "";
child.stdout.setEncoding("utf8").on("data", (text: string) => {
  said += text;
});
while (!/^Cactus: \S+$/m.test(said)) await new Promise((resolve) => setTimeout(resolve, 100));
const url = /^Cactus: (\S+)$/m.exec(said)?.[1] as string;
const browser = await chromium.launch({
  executablePath: chromiumPath(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const page = await browser.newPage({
  viewport: { width: 1280, height: 800 },
  locale: "fr-FR",
  colorScheme: "light",
});

const shot = async (name: string, wait = 900): Promise<void> => {
  await page.waitForTimeout(wait);
  await page.screenshot({ path: join(out, `${name}.png`) });
};
const go = async (hash: string): Promise<void> => {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.waitForTimeout(700);
};
const tab = (target: Page, name: string) => target.getByRole("tab", { name: new RegExp(`^${name}`) }).click();

try {
  await page.goto(url);
  await shot("connexion");
  await page.getByRole("button", { name: /administrateur/i }).click();
  await page.getByRole("heading", { name: "Tableau de bord" }).waitFor();
  await shot("tableau-de-bord");
  await go("#/dossiers");
  await shot("dossiers");
  for (const box of await page.getByRole("row").getByRole("checkbox").all()) {
    await box.check();
    if ((await page.getByRole("row").getByRole("checkbox", { checked: true }).count()) > 4) break;
  }
  await shot("dossiers-selection");
  await go("#/dossiers?etat=saisie&complet=non");
  const open = async (etat: string): Promise<void> => {
    await go(`#/dossiers?etats=${etat}`);
    await page.getByRole("row").nth(2).click();
    await page.getByRole("tab", { name: /Données de base/ }).waitFor();
  };
  await open("saisie");
  await shot("donnees-de-base");
  for (const [name, file] of [
    ["L’alternant", "alternant"],
    ["L’employeur", "employeur"],
    ["Les données du contrat", "contrat"],
    ["Contrôles", "controles"],
    ["Historique", "historique"],
  ] as const)
    if ((await page.getByRole("tab", { name: new RegExp(`^${name}`) }).count()) > 0) {
      await tab(page, name);
      await shot(`dossier-${file}`);
    }
  await go("#/dossiers?economie=validee&etats=valide");
  await page.getByRole("row").nth(2).click();
  await tab(page, "Suivi – Info");
  await shot("suivi-info");
  await tab(page, "Économie");
  await shot("economie");
  await tab(page, "Vie de l’étudiant");
  await shot("vie-de-l-etudiant");
  await tab(page, "Suivi – Info");
  await page.getByRole("button", { name: /Voir\s*:\s*CERFA/ }).click();
  await shot("cerfa-a-l-ecran", 5000);
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: "Fermer" })
    .first()
    .click()
    .catch(() => {});
  await go("#/formations");
  await shot("formations");
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  await page.getByRole("heading", { level: 1 }).waitFor();
  await shot("formation");
  await go("#/courriels");
  await shot("courriels");
  for (const part of [
    "cfa",
    "courriel",
    "delais",
    "comptes",
    "portail",
    "smic",
    "annuaire",
    "donnees",
    "journal",
  ]) {
    await go(`#/reglages/${part}`);
    await shot(`reglages-${part}`);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await go("#/");
  await shot("tableau-de-bord-sombre");
  await go("#/dossiers");
  await shot("dossiers-sombre");
} finally {
  await browser.close();
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
}
