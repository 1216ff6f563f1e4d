import type { Cfa, CompteStaff } from "../../shared/api/models.ts";
import { tidyEmail } from "../../shared/dossier/formats/index.ts";
import type { Deps } from "../deps.ts";
import { checkCfa } from "../dossier/cfa-sheet.ts";
import { BusinessError, impossible, saisieInvalide } from "../errors.ts";
import { isImage } from "../files.ts";
import { passwordProblem } from "./password-rules.ts";
import { openSession, staffOf } from "./session.ts";

export interface FirstStart {
  readonly cfa: Cfa;
  readonly logo?: { readonly nom: string; readonly contenu: Uint8Array };
  readonly administrateur: { readonly nom: string; readonly courriel: string; readonly motDePasse: string };
}

/** First start: the CFA and its first administrator, in one transaction; refused once a CFA exists. */
export const createCfa =
  (deps: Deps) =>
  async ({ cfa, logo, administrateur }: FirstStart): Promise<{ jeton: string; compte: CompteStaff }> => {
    const issues: { champ: string; message: string }[] = [];
    let checked = cfa;
    try {
      checked = checkCfa(cfa);
    } catch (error) {
      if (!(error instanceof BusinessError) || error.code !== "SAISIE_INVALIDE") throw error;
      const { champs } = error.data as { champs: typeof issues };
      issues.push(...champs.map((issue) => ({ ...issue, champ: `cfa.${issue.champ}` })));
    }
    const courriel = tidyEmail(administrateur.courriel);
    if (!courriel.ok) issues.push({ champ: "administrateur.courriel", message: courriel.message });
    const problem = passwordProblem(administrateur.motDePasse, [
      administrateur.nom,
      administrateur.courriel,
      cfa.denomination,
    ]);
    if (problem) issues.push({ champ: "administrateur.motDePasse", message: problem });
    if (logo && !isImage(logo.contenu))
      issues.push({ champ: "logo", message: "Le logo doit être une image PNG ou JPEG." });
    if (issues.length > 0 || !courriel.ok) throw saisieInvalide(issues);
    if (await deps.store.read((tx) => tx.reglages.cfa()))
      throw impossible("Le CFA existe déjà\u00a0: connectez-vous.");
    const motDePasse = await deps.passwords.hash(administrateur.motDePasse);
    return deps.store.write(async (tx) => {
      // Recorded first: the journal’s lock (PostgreSQL) lets one first start through, not two.
      await tx.audit.record({
        acteur: administrateur.nom,
        porte: "poste",
        action: "cfa.cree",
        phrase: `a créé le CFA «\u00a0${checked.denomination}\u00a0»`,
      });
      if (await tx.reglages.cfa()) throw impossible("Le CFA existe déjà\u00a0: connectez-vous.");
      const type = logo?.contenu[0] === 0x89 ? "image/png" : "image/jpeg";
      const logoId = logo
        ? (await tx.fichiers.add({ ...logo, type, par: administrateur.nom })).id
        : undefined;
      await tx.reglages.set("cfa", { ...checked, ...(logoId ? { logoId } : {}) });
      const compte = await tx.comptes.create({
        famille: "cfa",
        courriel: courriel.value,
        nom: administrateur.nom,
        role: "administrateur",
        formations: [],
        motDePasse,
        provisoire: false,
        actif: true,
      });
      const { jeton } = await openSession(deps, tx, compte, "poste");
      return { jeton, compte: staffOf(compte) };
    });
  };
