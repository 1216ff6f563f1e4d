import type { Commande } from "./index.ts";

/**
 * THE keys of the application, once: the menu of the workstation takes its accelerators here, the page what no menu
 * has, the palette and « Raccourcis clavier » what they show. Keys are written as Electron writes accelerators.
 */
export interface Shortcut {
  readonly label: string;
  readonly groupe: "Partout" | "Aller à" | "Dans un dossier";
  readonly keys: string;
  /** Where macOS has habits of its own. */
  readonly mac?: string;
  readonly commande?: Commande;
  readonly chemin?: string;
  /** The menu answers it under Electron. */
  readonly menu?: true;
  /** A browser answers it by itself (« précédent »), or keeps it for itself: the page leaves it alone there. */
  readonly navigateur?: "sien" | "aucun";
  /** Answered by the field or the screen that has the focus, and only told here. */
  readonly ailleurs?: true;
}

const goTo = (rank: number, label: string, chemin: string): Shortcut & { readonly chemin: string } => ({
  label,
  groupe: "Aller à",
  keys: `Alt+${rank}`,
  chemin,
});

export const shortcuts = {
  palette: {
    label: "Chercher un dossier ou une action",
    groupe: "Partout",
    keys: "CmdOrCtrl+K",
    commande: "palette",
    menu: true,
  },
  rechercher: {
    label: "Rechercher dans la liste",
    groupe: "Partout",
    keys: "CmdOrCtrl+F",
    commande: "rechercher",
    menu: true,
    navigateur: "aucun",
  },
  precedent: {
    label: "Précédent",
    groupe: "Partout",
    keys: "Alt+Left",
    mac: "Cmd+[",
    commande: "precedent",
    menu: true,
    navigateur: "sien",
  },
  suivant: {
    label: "Suivant",
    groupe: "Partout",
    keys: "Alt+Right",
    mac: "Cmd+]",
    commande: "suivant",
    menu: true,
    navigateur: "sien",
  },
  imprimer: {
    label: "Imprimer",
    groupe: "Partout",
    keys: "CmdOrCtrl+P",
    commande: "imprimer",
    menu: true,
  },
  enregistrerSous: {
    label: "Enregistrer le document affiché",
    groupe: "Partout",
    keys: "CmdOrCtrl+S",
    commande: "enregistrer-sous",
    menu: true,
  },
  verrouiller: {
    label: "Verrouiller",
    groupe: "Partout",
    keys: "CmdOrCtrl+Shift+L",
    commande: "verrouiller",
    menu: true,
  },
  aide: { label: "Ouvrir l’aide", groupe: "Partout", keys: "F1", commande: "aide", menu: true },
  raccourcis: { label: "Raccourcis clavier", groupe: "Partout", keys: "?" },
  tableau: goTo(1, "Tableau de bord", "/"),
  dossiers: goTo(2, "Dossiers", "/dossiers"),
  formations: goTo(3, "Formations", "/formations"),
  courriels: goTo(4, "Courriels", "/courriels"),
  reglages: {
    label: "Réglages",
    groupe: "Aller à",
    keys: "CmdOrCtrl+,",
    chemin: "/reglages",
    menu: true,
  },
  guide: goTo(5, "Aide", "/aide"),
  enregistrer: {
    label: "Enregistrer tout de suite la saisie",
    groupe: "Dans un dossier",
    keys: "CmdOrCtrl+S",
    ailleurs: true,
  },
  expliquer: { label: "Expliquer le champ", groupe: "Dans un dossier", keys: "F1", ailleurs: true },
} as const satisfies Readonly<Record<string, Shortcut>>;
export type ShortcutId = keyof typeof shortcuts;

export const shortcut = (id: ShortcutId): Shortcut => shortcuts[id];
export const shortcutIds = Object.keys(shortcuts) as readonly ShortcutId[];

/** Electron’s accelerator on this system. */
export const acceleratorOf = (id: ShortcutId, mac: boolean): string => {
  const { keys, mac: own }: Shortcut = shortcuts[id];
  return mac && own ? own : keys;
};

const symbols: Readonly<Record<string, readonly [mac: string, other: string]>> = {
  CmdOrCtrl: ["⌘", "Ctrl"],
  Cmd: ["⌘", "Cmd"],
  Alt: ["⌥", "Alt"],
  Shift: ["⇧", "Maj"],
  Left: ["←", "←"],
  Right: ["→", "→"],
};

/** « Ctrl Maj L », « ⌘ ⇧ L »: the keys as this keyboard has them. */
export const keysOf = (id: ShortcutId, mac: boolean): readonly string[] =>
  acceleratorOf(id, mac)
    .split("+")
    .map((key) => symbols[key]?.[mac ? 0 : 1] ?? key);

export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const same = (wanted: string, { key, code }: Pressed): boolean => {
  // A digit is the key of its rank: a French keyboard types « & » there.
  if (/^\d$/.test(wanted)) return code === `Digit${wanted}`;
  if (wanted === "Left" || wanted === "Right") return key === `Arrow${wanted}`;
  return key.toLowerCase() === wanted.toLowerCase();
};

/** Whether these keys, pressed, are this shortcut. */
export const isPressed = (id: ShortcutId, pressed: Pressed, mac: boolean): boolean => {
  const keys = acceleratorOf(id, mac).split("+");
  const wanted = keys.at(-1) ?? "";
  const command = keys.includes("CmdOrCtrl");
  const meta = keys.includes("Cmd") || (command && mac);
  const ctrl = command && !mac;
  // « ? » is where the keyboard has it, with or without the upper key.
  const shift = wanted === "?" ? pressed.shiftKey : keys.includes("Shift");
  return (
    pressed.metaKey === meta &&
    pressed.ctrlKey === ctrl &&
    pressed.altKey === keys.includes("Alt") &&
    pressed.shiftKey === shift &&
    same(wanted, pressed)
  );
};
