import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { openStage } from "./screens/stage.ts";

/** `node scripts/screenshots.ts`: every screen of the demonstration, in docs/screens, light; some in dark. */
const out = join(fileURLToPath(new URL("..", import.meta.url)), "docs", "screens");
mkdirSync(out, { recursive: true });
const { page, url, go: place, close } = await openStage({ demo: true });

const shot = async (name: string, wait = 900): Promise<void> => {
  await page.waitForTimeout(wait);
  await page.screenshot({ path: join(out, `${name}.png`) });
};
const go = (hash: string): Promise<void> => place(hash.replace(/^#/, ""));
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
  await close();
}
