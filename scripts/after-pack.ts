import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type AfterPackContext, Arch } from "electron-builder";

/**
 * electron-builder’s hook, once an application is packed and before it is signed: the binaries of its very processor are
 * in it. An installer made on one processor for the other must not find out on the workstation.
 */
export default async ({
  appOutDir,
  electronPlatformName,
  arch,
  packager,
}: AfterPackContext): Promise<void> => {
  const modules = join(packager.getResourcesDir(appOutDir), "app.asar.unpacked", "node_modules");
  const target = `${electronPlatformName}-${Arch[arch]}`;
  const argon2 = readdirSync(join(modules, "@node-rs")).filter((name) => name.startsWith("argon2-"));
  if (argon2.length !== 1 || !argon2[0]?.startsWith(`argon2-${target}`))
    throw new Error(`${target}: native package of argon2 expected, found ${argon2.join(", ") || "none"}`);
  if (!existsSync(join(modules, "better-sqlite3", "prebuilds", `${target}.node`)))
    throw new Error(`${target}: native module of better-sqlite3 missing`);
};
