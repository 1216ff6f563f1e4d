/** Accelerators (docs/tutorial/keyboard-shortcuts.md): names Electron knows; any other would never fire. */
const MODIFIERS: Readonly<Record<string, (darwin: boolean) => string>> = {
  command: () => "Meta",
  cmd: () => "Meta",
  control: () => "Control",
  ctrl: () => "Control",
  commandorcontrol: (darwin) => (darwin ? "Meta" : "Control"),
  cmdorctrl: (darwin) => (darwin ? "Meta" : "Control"),
  alt: () => "Alt",
  option: () => "Alt",
  altgr: () => "AltGraph",
  shift: () => "Shift",
  super: () => "Meta",
  meta: () => "Meta",
};
const NAMED: Readonly<Record<string, string>> = {
  plus: "+",
  space: " ",
  tab: "Tab",
  capslock: "CapsLock",
  numlock: "NumLock",
  scrolllock: "ScrollLock",
  backspace: "Backspace",
  delete: "Delete",
  insert: "Insert",
  return: "Enter",
  enter: "Enter",
  up: "ArrowUp",
  down: "ArrowDown",
  left: "ArrowLeft",
  right: "ArrowRight",
  home: "Home",
  end: "End",
  pageup: "PageUp",
  pagedown: "PageDown",
  escape: "Escape",
  esc: "Escape",
  volumeup: "AudioVolumeUp",
  volumedown: "AudioVolumeDown",
  volumemute: "AudioVolumeMute",
  printscreen: "PrintScreen",
};

export interface Chord {
  readonly key: string;
  readonly modifiers: ReadonlySet<string>;
}

export const parseAccelerator = (text: string, platform: NodeJS.Platform): Chord => {
  const parts = text.split("+").map((one) => one.trim());
  const last = parts.pop() ?? "";
  const modifiers = new Set<string>();
  for (const part of parts) {
    const known = MODIFIERS[part.toLowerCase()];
    if (!known) throw new Error(`Invalid accelerator token: ${part} in « ${text} »`);
    modifiers.add(known(platform === "darwin"));
  }
  const low = last.toLowerCase();
  const key =
    NAMED[low] ??
    (/^f([1-9]|1\d|2[0-4])$/.test(low) ? low.toUpperCase() : [...last].length === 1 ? low : undefined);
  if (key === undefined || last === "") throw new Error(`Invalid accelerator token: ${last} in « ${text} »`);
  return { key, modifiers };
};

/** Whether a key pressed in a page is this accelerator. Shift that only serves to type « + » or « ? » is let by. */
export const matches = (
  chord: Chord,
  pressed: { key: string; control: boolean; alt: boolean; shift: boolean; meta: boolean },
): boolean => {
  const { modifiers, key } = chord;
  if (pressed.key.toLowerCase() !== key.toLowerCase()) return false;
  const symbol = key.length === 1 && !/[a-z0-9 ]/i.test(key);
  return (
    pressed.control === modifiers.has("Control") &&
    pressed.alt === modifiers.has("Alt") &&
    pressed.meta === modifiers.has("Meta") &&
    (symbol || pressed.shift === modifiers.has("Shift"))
  );
};
