import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createSecretBox } from "./secret-box.ts";

const box = createSecretBox(randomBytes(32));

describe("secret box", () => {
  it("gives back what it sealed, never twice the same text", () => {
    const one = box.seal("1234567890123", "dossier:1");
    expect(box.open(one, "dossier:1")).toBe("1234567890123");
    expect(box.seal("1234567890123", "dossier:1")).not.toBe(one);
    expect(one).not.toContain("1234567890123");
  });
  it("refuses another context, another key and a changed byte", () => {
    const sealed = box.seal("secret", "a");
    expect(() => box.open(sealed, "b")).toThrow();
    expect(() => createSecretBox(randomBytes(32)).open(sealed, "a")).toThrow();
    expect(() => box.open(`${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`, "a")).toThrow();
  });
  it("digests equal secrets equally, per context", () => {
    expect(box.digest("x", "nir")).toBe(box.digest("x", "nir"));
    expect(box.digest("x", "nir")).not.toBe(box.digest("x", "autre"));
  });
  it("refuses a key of the wrong length", () => {
    expect(() => createSecretBox(randomBytes(16))).toThrow(RangeError);
  });
});
