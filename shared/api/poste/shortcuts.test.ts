import { describe, expect, it } from "vitest";
import { isPressed, keysOf, type Pressed, type ShortcutId, shortcut, shortcutIds } from "./shortcuts.ts";

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe("shortcuts", () => {
  it.each<[ShortcutId, Pressed, boolean]>([
    ["palette", press("k", { ctrlKey: true }), false],
    ["palette", press("K", { metaKey: true }), true],
    ["verrouiller", press("L", { ctrlKey: true, shiftKey: true }), false],
    ["precedent", press("ArrowLeft", { altKey: true }), false],
    ["precedent", press("[", { metaKey: true }), true],
    ["raccourcis", press("?"), false],
    ["raccourcis", press("?", { shiftKey: true }), false],
    // A French keyboard: the key of « 1 » types « & ».
    ["tableau", press("&", { code: "Digit1", altKey: true }), false],
  ])("%s", (id, pressed, mac) => {
    expect(isPressed(id, pressed, mac)).toBe(true);
    const answered = shortcutIds.filter((one) => !shortcut(one).ailleurs && isPressed(one, pressed, mac));
    expect(answered).toEqual([id]);
  });

  it("other keys held are another gesture", () => {
    expect(isPressed("palette", press("k"), false)).toBe(false);
    expect(isPressed("palette", press("k", { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(isPressed("palette", press("k", { ctrlKey: true }), true)).toBe(false);
    expect(isPressed("imprimer", press("p", { ctrlKey: true, altKey: true }), false)).toBe(false);
  });

  it("are written as this keyboard has them", () => {
    expect(keysOf("verrouiller", false)).toEqual(["Ctrl", "Maj", "L"]);
    expect(keysOf("verrouiller", true)).toEqual(["⌘", "⇧", "L"]);
    expect(keysOf("precedent", true)).toEqual(["⌘", "["]);
  });

  it.each([true, false])("no two are the same keys (macOS: %s)", (mac) => {
    const all = shortcutIds.filter((id) => !shortcut(id).ailleurs).map((id) => keysOf(id, mac).join(" "));
    expect(new Set(all).size).toBe(all.length);
  });
});
