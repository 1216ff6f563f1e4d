import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fakeElectron } from "./fake-electron.ts";
import { aScreensFolder } from "./host.fixture.ts";
import { createSystemKeychain } from "./keychain.ts";

const screens = aScreensFolder();

describe("secrets", () => {
  it("are sealed by the system and come back", async () => {
    const fake = fakeElectron();
    const keychain = await createSystemKeychain(fake.module.safeStorage, screens.folder, "darwin");
    await keychain.set("cle", "très secret");
    expect(readFileSync(join(screens.folder, "secrets-systeme.json"), "utf8")).not.toContain("très secret");
    expect(await keychain.get("cle")).toBe("très secret");
    await keychain.set("cle", undefined);
    expect(await keychain.get("cle")).toBeUndefined();
    expect(keychain.protection).toContain("trousseau de macOS");
  });
  it("refuse a session whose keyring keeps plain text", async () => {
    const fake = fakeElectron();
    fake.backend = "basic_text";
    await expect(createSystemKeychain(fake.module.safeStorage, screens.folder, "linux")).rejects.toThrow(
      "trousseau",
    );
  });
  it("refuse a locked keychain", async () => {
    const fake = fakeElectron();
    fake.available = false;
    await expect(createSystemKeychain(fake.module.safeStorage, screens.folder, "win32")).rejects.toThrow(
      "indisponible",
    );
  });
});
