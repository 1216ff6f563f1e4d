import type { MenuItemConstructorOptions, WebContents } from "electron";
import type { ElectronModule } from "./electron.ts";

type Params = Parameters<Parameters<WebContents["on"]>[1]>[1] & Electron.ContextMenuParams;

/** What a right click offers: the words of the spell-checker first, then what the place allows. */
export const contextTemplate = (
  params: Pick<
    Params,
    "misspelledWord" | "dictionarySuggestions" | "isEditable" | "editFlags" | "selectionText"
  >,
  contents: Pick<WebContents, "replaceMisspelling" | "session">,
): MenuItemConstructorOptions[] => {
  const { misspelledWord: word, dictionarySuggestions: suggestions, editFlags } = params;
  const spelling: MenuItemConstructorOptions[] = word
    ? [
        ...(suggestions.length > 0
          ? suggestions.map((suggestion) => ({
              label: suggestion,
              click: () => contents.replaceMisspelling(suggestion),
            }))
          : [{ label: "Aucune proposition", enabled: false }]),
        { type: "separator" },
        {
          label: "Ajouter au dictionnaire",
          click: () => {
            contents.session.addWordToSpellCheckerDictionary(word);
          },
        },
        { type: "separator" },
      ]
    : [];
  if (params.isEditable)
    return [
      ...spelling,
      { role: "undo", label: "Annuler", enabled: editFlags.canUndo },
      { role: "redo", label: "Rétablir", enabled: editFlags.canRedo },
      { type: "separator" },
      { role: "cut", label: "Couper", enabled: editFlags.canCut },
      { role: "copy", label: "Copier", enabled: editFlags.canCopy },
      { role: "paste", label: "Coller", enabled: editFlags.canPaste },
      { type: "separator" },
      { role: "selectAll", label: "Tout sélectionner", enabled: editFlags.canSelectAll },
    ];
  return params.selectionText.trim() ? [{ role: "copy", label: "Copier" }] : [];
};

/** Electron has no context menu of its own: ours, in French. */
export const offerContextMenu = (contents: WebContents, { Menu }: Pick<ElectronModule, "Menu">): void => {
  contents.on("context-menu", (_event, params) => {
    const template = contextTemplate(params, contents);
    if (template.length > 0) Menu.buildFromTemplate(template).popup();
  });
};
