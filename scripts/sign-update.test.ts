import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { isSigned, type UpdateDescription } from "../main/hosts/electron/update-signature.ts";
import { newKeys, signUpdates } from "./sign-update.ts";

/** As electron-builder writes it. */
const description = (version: string): string => `version: ${version}
files:
  - url: Cactus-${version}-mac-x64.zip
    sha512: ${"A".repeat(86)}==
    size: 100
  - url: Cactus-${version}-mac-arm64.zip
    sha512: ${"B".repeat(86)}==
    size: 101
path: Cactus-${version}-mac-x64.zip
sha512: ${"A".repeat(86)}==
releaseDate: '2026-11-25T12:00:00.000Z'
`;
let folder: string;
const read = (name: string): UpdateDescription =>
  parse(readFileSync(join(folder, name), "utf8")) as UpdateDescription;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cactus-sign-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the description of an update", () => {
  const { secrete, publique } = newKeys();

  it("is signed on every system, and the application believes it", () => {
    const names = ["latest-linux-arm64.yml", "latest-mac.yml", "latest.yml"];
    for (const name of names) writeFileSync(join(folder, name), description("1.2.0"));
    writeFileSync(join(folder, "builder-effective-config.yaml"), "a: 1\n");
    expect(signUpdates(folder, secrete)).toEqual(names);
    for (const name of names) {
      expect(isSigned(read(name), publique)).toBe(true);
      expect(isSigned(read(name), newKeys().publique)).toBe(false);
    }
  });

  it("signed twice, has one signature; changed afterwards, is refused", () => {
    writeFileSync(join(folder, "latest.yml"), description("1.2.0"));
    signUpdates(folder, newKeys().secrete);
    signUpdates(folder, secrete);
    const text = readFileSync(join(folder, "latest.yml"), "utf8");
    expect(text.match(/^signature:/gm)).toHaveLength(1);
    expect(isSigned(read("latest.yml"), publique)).toBe(true);
    writeFileSync(join(folder, "latest.yml"), text.replaceAll("1.2.0", "1.3.0"));
    expect(isSigned(read("latest.yml"), publique)).toBe(false);
  });

  it("that is not there is told: nothing would be published", () => {
    expect(() => signUpdates(folder, secrete)).toThrow("aucun fichier latest*.yml");
  });
});
