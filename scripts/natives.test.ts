import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { architectures, nativePackages } from "./natives.ts";

const root = join(import.meta.dirname, "..");
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
  packages: Parameters<typeof nativePackages>[0];
};
const rules = readFileSync(join(root, "electron-builder.yml"), "utf8");

describe.each(["win32", "darwin", "linux"])("native packages for %s", (platform) => {
  it.each(architectures)("are known for %s, and electron-builder takes them alone", (arch) => {
    const [argon2, ...others] = nativePackages(packages, platform, arch).map(([folder]) => folder);
    expect(others).toEqual([]);
    expect(argon2).toMatch(new RegExp(`^node_modules/@node-rs/argon2-${platform}-${arch}`));
    expect(rules).toMatch(/argon2-\$\{platform\}-\$\{arch\}\*\//);
    expect(existsSync(join(root, `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`))).toBe(
      true,
    );
  });
});

it("better-sqlite3 brings every binary itself", () => {
  expect(readdirSync(join(root, "node_modules/better-sqlite3/prebuilds"))).toHaveLength(8);
});
