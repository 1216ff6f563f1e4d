import type { Dossier } from "../../../db/ports.ts";
import type { Cfa, Formation } from "../../../shared/api/models.ts";
import { completeness } from "../../../shared/dossier/index.ts";
import type { DossierData } from "../../../shared/dossier/kernel.ts";
import { aCompleteApprentissage } from "../../builders/dossier-data.ts";
import { aFormation } from "../../builders/formation.ts";
import { aStore, type engines, type TestStore } from "../engines.ts";

/** A judgement that finds nothing, as a write stores it. */
export const judgementFor = (data: DossierData) => ({
  completude: completeness({ data, mission: "facultative", form: "10103*14" }),
  bloquants: 0,
  jugement: { constats: [], faits: {} },
  jugementCle: "1|10103*14|facultative|-|-",
});

const cfa: Cfa = {
  denomination: "CFA des Deux Rives",
  siret: "90000002700012",
  uai: "0139999Y",
  adresse: { voie: "boulevard Charles-Livon", codePostal: "13007", commune: "Marseille" },
  cfaEntreprise: "non",
};

/** A store with one formation, in which a test creates or freezes dossiers. */
export interface FormationStore extends TestStore {
  readonly formation: Formation;
  create(data?: DossierData, courriel?: string): Promise<Dossier>;
  freeze(): Promise<Dossier>;
}

export const aFormationStore = async (engine: (typeof engines)[number]): Promise<FormationStore> => {
  const t = await aStore(engine);
  const formation = await t.store.write((tx) => tx.formations.create(aFormation()));
  const create = (
    data: DossierData = aCompleteApprentissage(),
    courriel = "lea@example.fr",
  ): Promise<Dossier> =>
    t.store.write((tx) =>
      tx.dossiers.create({
        formationId: formation.id,
        contrat: "apprentissage",
        niveauSaisie: "complete",
        data,
        ...judgementFor(data),
        datesProvisoires: false,
        courriel,
        origine: "invitation",
      }),
    );
  const freeze = async (): Promise<Dossier> => {
    const dossier = await create();
    const asked = await t.store.write((tx) =>
      tx.dossiers.update(dossier.id, { etat: "demande" }, dossier.version),
    );
    const frame = {
      contrat: "apprentissage",
      niveauSaisie: "complete",
      mission: "facultative",
      cfa,
      formation,
    } as const;
    return (
      await t.store.write((tx) =>
        tx.dossiers.freeze(asked, frame, "Claire Maurin", "10103*14", judgementFor(asked.data)),
      )
    ).dossier;
  };
  return { ...t, formation, create, freeze };
};
