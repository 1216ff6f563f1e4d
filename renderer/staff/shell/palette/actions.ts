import type { ShortcutId } from "../../../../shared/api/poste/shortcuts.ts";
import { foldedLabel } from "../../../../shared/dossier/formats/code.ts";

/** One thing the palette offers besides dossiers. */
export interface PaletteAction {
  readonly id: string;
  readonly groupe: "Dossiers récents" | "Aller à" | "Réglages" | "Actions";
  readonly label: string;
  /** Other words it is looked for by. */
  readonly mots?: string;
  readonly raccourci?: ShortcutId;
  readonly run: () => void;
}

const words = (text: string): readonly string[] => foldedLabel(text).split(" ").filter(Boolean);

/** Every word typed is the beginning of one of its words, accents and capitals aside. */
const matches = ({ groupe, label, mots = "" }: PaletteAction, typed: readonly string[]): boolean => {
  const own = words(`${groupe} ${label} ${mots}`);
  return typed.every((word) => own.some((one) => one.startsWith(word)));
};

/** Nothing typed: all of them. Those whose own name begins so come first, in their order. */
export const findActions = (actions: readonly PaletteAction[], text: string): readonly PaletteAction[] => {
  const typed = words(text);
  if (typed.length === 0) return text.trim() === "" ? actions : [];
  const begins = ({ label }: PaletteAction): boolean => foldedLabel(label).startsWith(typed[0] ?? "");
  const found = actions.filter((action) => matches(action, typed));
  return [...found.filter(begins), ...found.filter((action) => !begins(action))];
};
