import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readDossier } from "../../../main/lists/read.ts";
import type { DossierVue, Formation } from "../../../shared/api/models.ts";
import { actor, type TestCore, withCfa } from "../../builders/core.ts";
import { filled, frozen } from "../../builders/dossier.ts";
import { aCompleteApprentissage, type Overrides } from "../../builders/dossier-data.ts";
import { aCoreOn, engines } from "../engines.ts";

/** What one dossier alone cannot know (issue: across dossiers), told to the staff, never to the portal. */
describe.each(engines)("across dossiers, on %s", (engine) => {
  let core: TestCore;
  let formation: Formation;
  beforeEach(async () => {
    core = await aCoreOn(engine);
    formation = await withCfa(core);
  });
  afterEach(() => core.close());

  /** Another learner, with a maître of their own unless said otherwise. */
  const another = (n: number, overrides: Overrides = {}) =>
    aCompleteApprentissage({
      apprentiCourriel: `autre${n}@example.fr`,
      apprentiNomNaissance: ["Rossi", "Martelly", "Faubert"][n] ?? "Olivari",
      apprentiNir: undefined,
      apprentiNirAbsent: undefined,
      contactEntrepriseCourriel: `contact${n}@example.fr`,
      maitre1Nom: `Maître ${"ABC"[n]}`,
      ...overrides,
    });
  const rules = (dossier: DossierVue, regle: string) => dossier.constats.filter((one) => one.regle === regle);
  const seen = async (dossier: DossierVue, porte: "poste" | "portail" = "poste") => {
    if (porte === "poste") return readDossier(core.deps)(actor(), dossier.id);
    const compte = await core.deps.store.read((tx) => tx.comptes.byCourriel("portail", dossier.courriel));
    return readDossier(core.deps)({ ...actor(), role: "alternant", porte, compteId: compte?.id }, dossier.id);
  };

  it("R6223-6: learners of one maître at the same dates, named to the staff only", async () => {
    const maitre = { maitre1Nom: "Vidal", maitre1Prenom: "Nadia", maitre1DateNaissance: "1980-05-14" };
    const first = await filled(core, formation, another(0, maitre));
    const second = await filled(core, formation, another(1, maitre));
    const third = await filled(core, formation, another(2, maitre));
    const [finding] = rules(await seen(third), "M4-nombre-d-apprentis");
    expect(finding).toMatchObject({ gravite: "alerte", dossiers: [first.reference, second.reference] });
    expect(finding?.message).not.toContain("D20");
    expect(rules(await seen(third, "portail"), "M4-nombre-d-apprentis")[0]?.dossiers).toBeUndefined();
    // The same people under other spellings of a name are the same person.
    expect(rules(await seen(first), "M4-nombre-d-apprentis")).toHaveLength(1);
  });

  it("the same person in two dossiers, by NIR or by identity", async () => {
    const one = await filled(core, formation);
    const two = await filled(
      core,
      formation,
      aCompleteApprentissage({ apprentiCourriel: "lea.bis@example.fr", maitre1Nom: "Autre" }),
    );
    expect(rules(await seen(two), "X1-meme-personne")).toMatchObject([{ dossiers: [one.reference] }]);
    expect(rules(await seen(one), "X1-meme-personne")).toMatchObject([{ dossiers: [two.reference] }]);
  });

  it("one SIRET under two names, one name under two SIRETs", async () => {
    const one = await filled(core, formation, another(0));
    const otherName = await filled(
      core,
      formation,
      another(1, { employeurDenomination: "Calanques Konseil" }),
    );
    expect(rules(await seen(otherName), "X2-meme-entreprise")).toMatchObject([
      { message: expect.stringContaining("Calanques Conseil"), dossiers: [one.reference] },
    ]);
    const sameNameWrittenApart = await filled(
      core,
      formation,
      another(2, { employeurDenomination: "CALANQUES-CONSEIL" }),
    );
    // « CALANQUES-CONSEIL » is « Calanques Conseil »; only the other spelling is told.
    expect(rules(await seen(sameNameWrittenApart), "X2-meme-entreprise")).toMatchObject([
      { message: expect.stringContaining("Calanques Konseil"), dossiers: [otherName.reference] },
    ]);
  });

  it("D6222-29: the pay of the previous contract is kept when its diploma was obtained", async () => {
    const before = await frozen(
      core,
      formation,
      aCompleteApprentissage({ apprentiCourriel: "lea.avant@example.fr", maitre1Nom: "Autre" }),
    );
    expect(before.etat).toBe("valide");
    const next = await filled(
      core,
      formation,
      aCompleteApprentissage({
        dateConclusion: "2028-08-25",
        dateDebutExecution: "2028-09-01",
        dateFinContrat: "2029-05-31",
        typeContratOuAvenant: "21",
        apprentiDernierDiplomePrepare: String(before.data.diplomeVise),
        apprentiDerniereClasse: "01",
        remunerationA1P1Du: "2028-09-01",
        remunerationA1P1Au: "2029-05-31",
        remunerationA1P1Pourcentage: 53,
        remunerationA2P1Du: undefined,
        remunerationA2P1Au: undefined,
        remunerationA2P1Pourcentage: undefined,
        remunerationA2P1Base: undefined,
      }),
    );
    const pay = rules(await seen(next), "P0-pourcentage-minimal");
    expect(pay.flatMap(({ calcul }) => calcul ?? []).map(({ libelle }) => libelle)).toContain(
      "Maintien du contrat précédent (D6222-29)",
    );
  });
});
