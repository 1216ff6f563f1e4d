import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Settings } from "../../../tests/electron-stand-in/index.ts";
import { aScreensFolder, aStandIn } from "./host.fixture.ts";
import { createSystemKeychain } from "./keychain.ts";

const screens = aScreensFolder();

const ready = async (settings: Settings) => {
  const { electron, start } = aStandIn(screens.folder, settings);
  await start(() => {});
  return electron.safeStorage;
};

describe("secrets", () => {
  it("are sealed by the system and come back", async () => {
    const keychain = await createSystemKeychain(
      await ready({ platform: "darwin" }),
      screens.folder,
      "darwin",
    );
    await keychain.set("cle", "très secret");
    expect(readFileSync(join(screens.folder, "secrets-systeme.json"), "utf8")).not.toContain("très secret");
    expect(await keychain.get("cle")).toBe("très secret");
    await keychain.set("cle", undefined);
    expect(await keychain.get("cle")).toBeUndefined();
    expect(keychain.protection).toContain("trousseau de macOS");
  });
  it("refuse a session whose keyring keeps plain text", async () => {
    const storage = await ready({ platform: "linux", storageBackend: "basic_text" });
    await expect(createSystemKeychain(storage, screens.folder, "linux")).rejects.toThrow("trousseau");
  });
  it("refuse a locked keychain", async () => {
    const storage = await ready({ platform: "win32", encryptionAvailable: false });
    await expect(createSystemKeychain(storage, screens.folder, "win32")).rejects.toThrow("indisponible");
  });
  it("are not asked for before Electron is ready: the system’s keyring is not known yet", async () => {
    const { electron } = aStandIn(screens.folder, { platform: "darwin" });
    await expect(createSystemKeychain(electron.safeStorage, screens.folder, "darwin")).rejects.toThrow(
      "ready",
    );
  });
});
