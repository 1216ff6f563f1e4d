/** Shortcuts are written with the keys that this keyboard has. */
export const isMac: boolean = typeof navigator !== "undefined" && /Mac/i.test(navigator.platform);
