import type { MenuItemConstructorOptions } from "electron";
import type { Commande } from "../../../shared/api/poste/index.ts";
import { acceleratorOf, type ShortcutId, shortcuts } from "../../../shared/api/poste/shortcuts.ts";

/** What the menu’s own items do; the others are Electron’s roles. */
export interface MenuGestures {
  command(commande: Commande): void;
  goTo(chemin: string): void;
  zoom(step: -1 | 0 | 1): void;
  reload(): void;
  lookForUpdate(): void;
  openLogs(): void;
  saveDiagnostic(): void;
  about(): void;
}

/** Shortcuts that ask something of the page. */
type MenuCommand = {
  [Id in ShortcutId]: (typeof shortcuts)[Id] extends { commande: Commande } ? Id : never;
}[ShortcutId];

const separator: MenuItemConstructorOptions = { type: "separator" };

const screens: readonly [label: string, chemin: string][] = [
  ["Tableau de bord", "/"],
  ["Dossiers", "/dossiers"],
  ["Formations", "/formations"],
  ["Courriels", "/courriels"],
];

/** The French menu, with the places, roles and shortcuts that each system’s users expect. */
export const menuTemplate = (
  platform: NodeJS.Platform,
  packaged: boolean,
  gestures: MenuGestures,
): MenuItemConstructorOptions[] => {
  const mac = platform === "darwin";
  const command = (label: string, id: MenuCommand): MenuItemConstructorOptions => ({
    label,
    accelerator: acceleratorOf(id, mac),
    click: () => gestures.command(shortcuts[id].commande),
  });
  const settings: MenuItemConstructorOptions = {
    label: "Réglages…",
    accelerator: acceleratorOf("reglages", mac),
    click: () => gestures.goTo("/reglages"),
  };
  const update: MenuItemConstructorOptions = {
    label: "Rechercher une mise à jour…",
    click: () => gestures.lookForUpdate(),
  };
  const about: MenuItemConstructorOptions = { label: "À propos de Cactus", click: () => gestures.about() };
  const lock = command("Verrouiller", "verrouiller");

  return [
    ...(mac
      ? [
          {
            label: "Cactus",
            submenu: [
              about,
              update,
              separator,
              settings,
              separator,
              { role: "services", label: "Services" },
              separator,
              { role: "hide", label: "Masquer Cactus" },
              { role: "hideOthers", label: "Masquer les autres" },
              { role: "unhide", label: "Tout afficher" },
              separator,
              { role: "quit", label: "Quitter Cactus" },
            ],
          } satisfies MenuItemConstructorOptions,
        ]
      : []),
    {
      label: "Fichier",
      submenu: [
        command("Enregistrer sous…", "enregistrerSous"),
        command("Imprimer…", "imprimer"),
        separator,
        ...(mac
          ? [lock, separator, { role: "close", label: "Fermer la fenêtre" } as const]
          : [settings, lock, separator, { role: "quit", label: "Quitter" } as const]),
      ],
    },
    {
      label: "Édition",
      submenu: [
        { role: "undo", label: "Annuler" },
        { role: "redo", label: "Rétablir" },
        separator,
        { role: "cut", label: "Couper" },
        { role: "copy", label: "Copier" },
        { role: "paste", label: "Coller" },
        { role: "selectAll", label: "Tout sélectionner" },
        separator,
        command("Rechercher dans la liste", "rechercher"),
        command("Chercher un dossier ou une action…", "palette"),
      ],
    },
    {
      label: "Affichage",
      submenu: [
        { label: "Taille réelle", accelerator: "CmdOrCtrl+0", click: () => gestures.zoom(0) },
        { label: "Agrandir", accelerator: "CmdOrCtrl+Plus", click: () => gestures.zoom(1) },
        { label: "Réduire", accelerator: "CmdOrCtrl+-", click: () => gestures.zoom(-1) },
        separator,
        { label: "Recharger la fenêtre", click: () => gestures.reload() },
        { role: "togglefullscreen", label: "Plein écran" },
        ...(packaged
          ? []
          : [
              {
                role: "toggleDevTools",
                label: "Outils de développement",
              } satisfies MenuItemConstructorOptions,
            ]),
      ],
    },
    {
      label: "Aller",
      submenu: [
        command("Précédent", "precedent"),
        command("Suivant", "suivant"),
        separator,
        ...screens.map(([label, chemin]) => ({ label, click: () => gestures.goTo(chemin) })),
      ],
    },
    {
      label: "Fenêtre",
      role: "window",
      submenu: [
        { role: "minimize", label: mac ? "Placer dans le Dock" : "Réduire la fenêtre" },
        ...(mac
          ? [
              { role: "zoom", label: "Ajuster la taille" } as const,
              separator,
              { role: "front", label: "Tout ramener au premier plan" } as const,
            ]
          : []),
      ],
    },
    {
      label: "Aide",
      role: "help",
      submenu: [
        command("Guide de Cactus", "aide"),
        separator,
        { label: "Ouvrir les journaux", click: () => gestures.openLogs() },
        { label: "Enregistrer un diagnostic…", click: () => gestures.saveDiagnostic() },
        ...(mac ? [] : [separator, update, about]),
      ],
    },
  ];
};
