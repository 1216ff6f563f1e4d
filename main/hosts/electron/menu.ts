import type { MenuItemConstructorOptions } from "electron";

/** The French menu, with the roles and shortcuts each system expects. */
export const menuTemplate = (platform: NodeJS.Platform, packaged: boolean): MenuItemConstructorOptions[] => [
  ...(platform === "darwin"
    ? [
        {
          label: "Cactus",
          submenu: [
            { role: "about", label: "À propos de Cactus" },
            { type: "separator" },
            { role: "hide", label: "Masquer Cactus" },
            { role: "hideOthers", label: "Masquer les autres" },
            { role: "unhide", label: "Tout afficher" },
            { type: "separator" },
            { role: "quit", label: "Quitter Cactus" },
          ],
        } satisfies MenuItemConstructorOptions,
      ]
    : []),
  {
    label: "Fichier",
    submenu: [
      platform === "darwin"
        ? { role: "close", label: "Fermer la fenêtre" }
        : { role: "quit", label: "Quitter" },
    ],
  },
  {
    label: "Édition",
    submenu: [
      { role: "undo", label: "Annuler" },
      { role: "redo", label: "Rétablir" },
      { type: "separator" },
      { role: "cut", label: "Couper" },
      { role: "copy", label: "Copier" },
      { role: "paste", label: "Coller" },
      { role: "selectAll", label: "Tout sélectionner" },
    ],
  },
  {
    label: "Affichage",
    submenu: [
      { role: "resetZoom", label: "Taille réelle" },
      { role: "zoomIn", label: "Agrandir" },
      { role: "zoomOut", label: "Réduire" },
      { type: "separator" },
      { role: "togglefullscreen", label: "Plein écran" },
      ...(packaged
        ? []
        : [
            { role: "toggleDevTools", label: "Outils de développement" } satisfies MenuItemConstructorOptions,
          ]),
    ],
  },
  { label: "Fenêtre", submenu: [{ role: "minimize", label: "Réduire la fenêtre" }] },
];
