import { cameraOf } from "./camera.ts";
import { openStage } from "./stage.ts";

/** The first day of a CFA, on empty data. */
export const takeFirstDay = async (folder: string, time: string): Promise<void> => {
  const { page, url, go, close } = await openStage({ demo: false, time });
  const shot = cameraOf(page, folder);
  try {
    await page.goto(url);
    await page.getByRole("heading", { name: "Bienvenue dans Cactus" }).waitFor();
    const paper = page.locator("main .mantine-Paper-root").first();
    await page.setViewportSize({ width: 1000, height: 1000 });
    for (const [label, text] of [
      ["Nom du CFA", "CFA des Calanques"],
      ["Numéro UAI", "0139999Y"],
      ["SIRET", "900 000 027 00012"],
      ["Voie", "rue du Rempart"],
      ["Code postal", "13001"],
      ["Commune", "Marseille"],
    ] as const)
      await page.getByRole("textbox", { name: label, exact: true }).fill(text);
    await shot("premier-demarrage-cfa", { of: [paper], height: 1000 });
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.getByRole("textbox", { name: "Prénom et nom" }).fill("Agnès Morel");
    await page.getByRole("textbox", { name: "Courriel" }).fill("agnes.morel@cfa-calanques.example");
    for (const box of await page.locator('input[type="password"]').all())
      await box.fill("le mistral souffle sur le vieux port");
    await shot("premier-demarrage-compte", { of: [paper], height: 1000 });
    await page.getByRole("button", { name: "Créer le CFA et entrer" }).click();
    await page.getByRole("heading", { name: "Premiers pas" }).waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await shot("premiers-pas", { of: [page.getByRole("region", { name: "Premiers pas" })] });

    await go("/reglages/courriel");
    for (const [label, text] of [
      ["Serveur", "smtp.exemple.fr"],
      ["Utilisateur", "cactus@cfa-calanques.example"],
      ["Nom de l’expéditeur", "CFA des Calanques"],
      ["Courriel de l’expéditeur", "cactus@cfa-calanques.example"],
    ] as const)
      await page.getByRole("textbox", { name: label, exact: true }).fill(text);
    await page.locator('input[type="password"]').fill("motdepasse");
    await shot("reglages-courriel", {
      of: [page.locator("main form"), page.getByText("Envoyer un message d’essai")],
    });
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await page.getByText("Le serveur d’envoi est enregistré.").waitFor();

    await page.getByTitle("Mon compte").click();
    await page.getByRole("menuitem", { name: "Se déconnecter" }).click();
    await page.getByRole("heading", { name: "Se connecter" }).waitFor();
    await shot("connexion", { of: [page.locator("main > div")] });
  } finally {
    await close();
  }
};
