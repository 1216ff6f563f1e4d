import { matches, parseAccelerator } from "./accelerators.ts";
import { loud, StrictEmitter } from "./loud.ts";
import type { StandInWindow } from "./window.ts";
import type { World } from "./world.ts";

interface Role {
  readonly platforms?: readonly NodeJS.Platform[];
  readonly accelerator?: string | ((platform: NodeJS.Platform) => string | undefined);
  readonly submenu?: true;
  readonly run?: (world: World, window: StandInWindow | undefined) => void;
}
const mac = { platforms: ["darwin"] } as const;
const edit = (
  name: "undo" | "redo" | "cut" | "copy" | "paste" | "pasteAndMatchStyle" | "delete" | "selectAll",
  accelerator?: Role["accelerator"],
): Role => ({
  ...(accelerator ? { accelerator } : {}),
  run: (_world, window) => window?.webContents[name](),
});
const zoom = (by: number, accelerator: string): Role => ({
  accelerator,
  run: (_world, window) =>
    window?.webContents.setZoomLevel(by === 0 ? 0 : window.webContents.getZoomLevel() + by),
});

/** Roles with their own shortcuts and what they do (lib/browser/api/menu-item-roles.ts), by lower-case name. */
const ROLES: Readonly<Record<string, Role>> = {
  about: { run: (world) => world.note("role about") },
  close: { accelerator: "CommandOrControl+W", run: (_world, window) => window?.close() },
  copy: edit("copy", "CommandOrControl+C"),
  cut: edit("cut", "CommandOrControl+X"),
  delete: edit("delete"),
  forcereload: {
    accelerator: "Shift+CommandOrControl+R",
    run: (_world, window) => window?.webContents.reload(),
  },
  front: mac,
  help: {},
  hide: { ...mac, accelerator: "Command+H" },
  hideothers: { ...mac, accelerator: "Command+Alt+H" },
  minimize: { accelerator: "CommandOrControl+M", run: (_world, window) => window?.minimize() },
  paste: edit("paste", "CommandOrControl+V"),
  pasteandmatchstyle: edit("pasteAndMatchStyle", (platform) =>
    platform === "darwin" ? "Cmd+Option+Shift+V" : "Shift+CommandOrControl+V",
  ),
  quit: {
    accelerator: (platform) => (platform === "win32" ? undefined : "CommandOrControl+Q"),
    run: (world) => world.quit(),
  },
  redo: edit("redo", (platform) => (platform === "win32" ? "Control+Y" : "Shift+CommandOrControl+Z")),
  reload: { accelerator: "CmdOrCtrl+R", run: (_world, window) => window?.webContents.reload() },
  resetzoom: zoom(0, "CommandOrControl+0"),
  selectall: edit("selectAll", "CommandOrControl+A"),
  services: mac,
  recentdocuments: mac,
  clearrecentdocuments: mac,
  showsubstitutions: mac,
  togglesmartquotes: mac,
  togglesmartdashes: mac,
  toggletextreplacement: mac,
  startspeaking: mac,
  stopspeaking: mac,
  sharemenu: mac,
  toggledevtools: {
    accelerator: (platform) => (platform === "darwin" ? "Alt+Command+I" : "Ctrl+Shift+I"),
    run: (_world, window) => window?.webContents.openDevTools(),
  },
  togglefullscreen: {
    accelerator: (platform) => (platform === "darwin" ? "Control+Command+F" : "F11"),
    run: (_world, window) => window?.setFullScreen(!window.isFullScreen()),
  },
  undo: edit("undo", "CommandOrControl+Z"),
  unhide: mac,
  window: {},
  zoom: mac,
  zoomin: zoom(0.5, "CommandOrControl+Plus"),
  zoomout: zoom(-0.5, "CommandOrControl+-"),
  togglespellchecker: {},
  appmenu: { ...mac, submenu: true },
  editmenu: { submenu: true },
  filemenu: { submenu: true },
  viewmenu: { submenu: true },
  windowmenu: { submenu: true },
};
const TYPES = ["normal", "separator", "submenu", "checkbox", "radio", "header", "palette"];

export type Template = Record<string, unknown>;

/** MenuItem (lib/browser/api/menu-item.ts), stricter: an unknown role, a shortcut that never fires, throw. */
export class MenuItem {
  readonly id: string | undefined;
  readonly type: string;
  readonly role: string | undefined;
  label: string;
  sublabel: string;
  toolTip: string;
  accelerator: string | undefined;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly submenu: StandInMenu | undefined;
  readonly registerAccelerator: boolean;
  readonly click: (event?: object, window?: StandInWindow) => void;
  constructor(world: World, options: Template) {
    const { platform } = world.settings;
    const role = options.role === undefined ? undefined : String(options.role).toLowerCase();
    const known = role === undefined ? undefined : ROLES[role];
    if (role !== undefined && !known)
      throw new Error(`electron-stand-in: unknown menu role ${String(options.role)}`);
    if (known?.platforms && !known.platforms.includes(platform))
      throw new Error(
        `electron-stand-in: the role ${String(options.role)} exists only on ${known.platforms.join(", ")}`,
      );
    this.id = options.id as string | undefined;
    this.role = role;
    this.submenu =
      options.submenu instanceof StandInMenu
        ? options.submenu
        : Array.isArray(options.submenu)
          ? buildMenu(world, options.submenu)
          : undefined;
    this.type = String(options.type ?? (this.submenu || known?.submenu ? "submenu" : "normal"));
    if (this.type === "submenu" && !this.submenu && !known?.submenu) throw new Error("Invalid submenu");
    if (!TYPES.includes(this.type)) throw new Error(`Unknown menu item type: ${this.type}`);
    this.label = String(options.label ?? "");
    this.sublabel = String(options.sublabel ?? "");
    this.toolTip = String(options.toolTip ?? "");
    const byRole =
      typeof known?.accelerator === "function" ? known.accelerator(platform) : known?.accelerator;
    this.accelerator = (options.accelerator as string | undefined) ?? byRole;
    if (this.accelerator !== undefined) parseAccelerator(this.accelerator, platform);
    this.enabled = options.enabled !== false;
    this.visible = options.visible !== false;
    this.checked = options.checked === true;
    this.registerAccelerator = options.registerAccelerator !== false;
    const click = options.click;
    if (click !== undefined && typeof click !== "function") throw new TypeError("click must be a function");
    this.click = (event = {}, window) => {
      if (this.type === "checkbox" || this.type === "radio") this.checked = !this.checked;
      if (known?.run) known.run(world, window);
      else
        (click as ((item: MenuItem, window: unknown, event: object) => void) | undefined)?.(
          this,
          window,
          event,
        );
    };
    // biome-ignore lint/correctness/noConstructorReturn: the item that a host holds is the loud one.
    return loud("MenuItem", this);
  }
}

export class StandInMenu extends StrictEmitter {
  readonly items: MenuItem[] = [];
  private readonly world: World;
  constructor(world: World) {
    super("Menu", ["menu-will-show", "menu-will-close"]);
    this.world = world;
  }
  append(item: MenuItem): void {
    this.items.push(item);
  }
  insert(at: number, item: MenuItem): void {
    if (at < 0 || at > this.items.length) throw new RangeError(`Position ${at} is outside the menu`);
    this.items.splice(at, 0, item);
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  popup(options: Record<string, unknown> = {}): void {
    if (options === null || typeof options !== "object") throw new TypeError("Options must be an object");
    if (this.world.windows.size === 0) throw new Error("Cannot open Menu without a BaseWindow present");
    this.world.seen.popups.push(asShown(this));
    popups.set(this.world, this);
    this.emit("menu-will-show", {});
    if (typeof options.callback === "function") setImmediate(options.callback as () => void);
  }
  closePopup(): void {}
}

/** The context menu that is open: a test chooses in it. */
export const popups = new WeakMap<World, StandInMenu>();

const buildMenu = (world: World, template: readonly Template[]): StandInMenu => {
  if (!Array.isArray(template))
    throw new TypeError("Invalid template for Menu: Menu template must be an array");
  const valid = template.every(
    (one) =>
      one instanceof MenuItem ||
      (typeof one === "object" &&
        one !== null &&
        (Object.hasOwn(one, "label") || Object.hasOwn(one, "role") || one.type === "separator")),
  );
  if (!valid)
    throw new TypeError("Invalid template for MenuItem: must have at least one of label, role or type");
  const menu = new StandInMenu(world);
  for (const one of template) menu.append(one instanceof MenuItem ? one : new MenuItem(world, one));
  return menu;
};

const ids = (menu: StandInMenu): string[] =>
  menu.items.flatMap((item) => [
    ...(item.id === undefined ? [] : [item.id]),
    ...(item.submenu ? ids(item.submenu) : []),
  ]);

/** A menu as a person sees it. */
export const asShown = (menu: StandInMenu): Record<string, unknown>[] =>
  menu.items
    .filter((item) => item.visible)
    .map((item) => ({
      ...(item.type === "separator" ? { type: "separator" } : { label: item.label }),
      ...(item.role ? { role: item.role } : {}),
      ...(item.accelerator ? { accelerator: item.accelerator } : {}),
      ...(item.enabled ? {} : { enabled: false }),
      ...(item.checked ? { checked: true } : {}),
      ...(item.submenu ? { submenu: asShown(item.submenu) } : {}),
    }));

/** « Fichier › Quitter »: the item of that path, refused when it is greyed or absent as a click would be. */
export const itemAt = (menu: StandInMenu, path: string): MenuItem => {
  let items = menu.items;
  let found: MenuItem | undefined;
  for (const label of path.split("›").map((one) => one.trim())) {
    found = items.find((item) => item.visible && item.label.replaceAll("&", "") === label);
    if (!found) throw new Error(`no menu item « ${path} »: ${items.map((item) => item.label).join(", ")}`);
    if (!found.enabled) throw new Error(`the menu item « ${path} » is greyed`);
    items = found.submenu?.items ?? [];
  }
  return found as MenuItem;
};

export const createMenu = (world: World) => {
  let application: StandInMenu | null = null;
  class Menu extends StandInMenu {
    constructor() {
      super(world);
    }
    static buildFromTemplate(template: readonly Template[]): StandInMenu {
      const menu = buildMenu(world, template);
      const all = ids(menu);
      const twice = all.find((id, at) => all.indexOf(id) !== at);
      if (twice !== undefined) throw new Error(`electron-stand-in: two menu items have the id ${twice}`);
      return menu;
    }
    static setApplicationMenu(menu: StandInMenu | null): void {
      if (menu !== null && !(menu instanceof StandInMenu)) throw new TypeError("Invalid menu");
      application = menu;
    }
    static getApplicationMenu(): StandInMenu | null {
      return application;
    }
    static sendActionToFirstResponder(): void {}
  }
  const walk = (menu: StandInMenu | null): MenuItem[] =>
    (menu?.items ?? []).flatMap((item) => [item, ...(item.submenu ? walk(item.submenu) : [])]);
  return {
    Menu: loud("Menu", Menu),
    application: (): StandInMenu | null => application,
    /** The item whose shortcut is this key, as the system would find it once the page let the key by. */
    itemFor: (pressed: Parameters<typeof matches>[1]): MenuItem | undefined =>
      walk(application).find(
        (item) =>
          item.enabled &&
          item.registerAccelerator &&
          item.accelerator !== undefined &&
          matches(parseAccelerator(item.accelerator, world.settings.platform), pressed),
      ),
  };
};
