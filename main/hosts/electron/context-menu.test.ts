import { describe, expect, it, vi } from "vitest";
import { contextTemplate } from "./context-menu.ts";

const flags = {
  canUndo: true,
  canRedo: false,
  canCut: true,
  canCopy: true,
  canPaste: true,
  canDelete: true,
  canSelectAll: true,
  canEditRichly: false,
};
const params = {
  misspelledWord: "",
  dictionarySuggestions: [] as string[],
  isEditable: true,
  editFlags: flags,
  selectionText: "",
};
const contents = () => {
  const replaced = vi.fn();
  const added = vi.fn(() => true);
  return {
    replaced,
    added,
    contents: { replaceMisspelling: replaced, session: { addWordToSpellCheckerDictionary: added } as never },
  };
};
const click = (item: { click?: unknown } = {}): void => (item.click as () => void)();

describe("a right click", () => {
  it("proposes the words of the spell-checker, and to keep this one", () => {
    const { replaced, added, contents: page } = contents();
    const items = contextTemplate(
      { ...params, misspelledWord: "aprenti", dictionarySuggestions: ["apprenti", "aperture"] },
      page,
    );
    expect(items.slice(0, 2).map(({ label }) => label)).toEqual(["apprenti", "aperture"]);
    click(items[0]);
    expect(replaced).toHaveBeenCalledWith("apprenti");
    click(items.find(({ label }) => label === "Ajouter au dictionnaire"));
    expect(added).toHaveBeenCalledWith("aprenti");
  });

  it("offers what the field allows, in French", () => {
    const items = contextTemplate(params, contents().contents);
    expect(items.find(({ label }) => label === "Rétablir")?.enabled).toBe(false);
    expect(items.find(({ label }) => label === "Coller")?.enabled).toBe(true);
  });

  it("copies a text that is only read, and shows nothing where there is nothing to do", () => {
    const read = { ...params, isEditable: false };
    expect(contextTemplate({ ...read, selectionText: "Camille" }, contents().contents)).toEqual([
      { role: "copy", label: "Copier" },
    ]);
    expect(contextTemplate(read, contents().contents)).toEqual([]);
  });
});
