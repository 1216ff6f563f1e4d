import { describe, expect, it } from "vitest";
import type { DossierVue } from "../../shared/api/models.ts";
import { aCompleteApprentissage } from "../../tests/builders/dossier-data.ts";
import type { SessionState } from "../form/index.ts";
import { missingBeforeRequest } from "./missing.ts";

const constat = (gravite: "bloquant" | "alerte", champs: string[]) => ({
  regle: `regle-${champs.join()}`,
  gravite,
  message: "À corriger.",
  article: "L6222-1",
  champs,
});
const state = (
  data: object,
  constats: ReturnType<typeof constat>[] = [],
  mission: "obligatoire" | "facultative" = "facultative",
) => {
  const view = {
    data: { ...aCompleteApprentissage(), ...data },
    mission,
    form: "10103*14",
    completude: { onglets: [] },
    constats,
  };
  return {
    view,
    entries: new Map(),
    ctx: { data: view.data, mission, form: view.form },
  } as unknown as SessionState<DossierVue>;
};
const shape = (of: SessionState<DossierVue>) =>
  missingBeforeRequest(of).map(({ onglet, champs, bloquants }) => [onglet, champs, bloquants.length]);

describe("what is missing before the request", () => {
  it("is nothing when the dossier is complete and nothing blocks", () => {
    expect(shape(state({}, [constat("alerte", ["employeurSiret"])]))).toEqual([]);
  });
  it("names each field in its tab, with the controls that block there", () => {
    expect(
      shape(state({ employeurSiret: undefined }, [constat("bloquant", ["apprentiDateNaissance"])])),
    ).toEqual([
      ["base", ["employeurSiret"], 0],
      ["alternant", [], 1],
      ["employeur", ["employeurSiret"], 0],
    ]);
  });
  it("keeps a control that no field mends", () => {
    expect(shape(state({}, [constat("bloquant", [])]))).toEqual([[undefined, [], 1]]);
  });
  it("leaves a mission out unless it is required", () => {
    const vide = { missionIntitule: undefined };
    expect(shape(state(vide))).toEqual([]);
    expect(shape(state(vide, [], "obligatoire"))[0]?.[0]).toBe("mission");
  });
});
