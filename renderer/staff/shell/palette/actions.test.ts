import { describe, expect, it } from "vitest";
import { findActions, type PaletteAction } from "./actions.ts";

const action = (groupe: PaletteAction["groupe"], label: string, mots?: string): PaletteAction => ({
  id: label,
  groupe,
  label,
  ...(mots ? { mots } : {}),
  run: () => {},
});
const all = [
  action("Aller à", "Formations"),
  action("Aller à", "Réglages"),
  action("Réglages", "Comptes du personnel", "utilisateurs mots de passe"),
  action("Réglages", "Délais"),
  action("Actions", "Thème sombre", "nuit noir"),
  action("Actions", "Ouvrir l’aide"),
];
const found = (text: string) => findActions(all, text).map(({ label }) => label);

describe("the palette’s actions", () => {
  it.each([
    ["reglages", ["Réglages", "Comptes du personnel", "Délais"]],
    ["DELAIS", ["Délais"]],
    ["compt pers", ["Comptes du personnel"]],
    ["reglages comptes", ["Comptes du personnel"]],
    ["aller form", ["Formations"]],
    ["l'aide", ["Ouvrir l’aide"]],
    ["nuit", ["Thème sombre"]],
    ["martin", []],
    ["!!", []],
    ["  ", all.map(({ label }) => label)],
  ])("« %s »", (text, labels) => {
    expect(found(text)).toEqual(labels);
  });
});
