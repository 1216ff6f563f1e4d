import { spawn } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { removeFolder } from "./remove-folder.ts";

/**
 * `node scripts/smoke.ts [FOLDER]`: what was packed starts, its fuses turned and its archive checked by Electron itself.
 * Playwright cannot drive it (the fuse nodeCliInspect is off): its demonstration says where its portal is, which takes
 * the archive, the native modules, and a utility process started beside the archive.
 */
const MINUTES = 5;

/** The executable that electron-builder left for this machine’s processor. */
export const packedExecutable = (folder: string, platform: string, arch: string): string => {
  const suffix = arch === "x64" ? "" : `-${arch}`;
  const [place, ...inside] = {
    win32: [`win${suffix}-unpacked`, "Cactus.exe"],
    darwin: [`mac${suffix}`, "Cactus.app", "Contents", "MacOS", "Cactus"],
    linux: [`linux${suffix}-unpacked`, "cactus"],
  }[platform] ?? ["?"];
  const path = join(folder, place ?? "", ...inside);
  if (!existsSync(path)) throw new Error(`${path}: not packed`);
  return path;
};

/** The portal’s page, asked at the address that the application said. */
export const smoke = async (executable: string): Promise<void> => {
  const data = mkdtempSync(join(tmpdir(), "cactus-smoke-"));
  const child = spawn(executable, ["--demo", "--data", data], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`nothing after ${MINUTES} minutes: ${said}`)),
        MINUTES * 60_000,
      );
      timer.unref();
      child.once("error", reject);
      void ended.then(() => reject(new Error(`ended: ${said}`)));
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding("utf8").on("data", (text: string) => {
          said += text;
          const address = /^Portail: (\S+)\s*$/m.exec(said)?.[1];
          if (address) resolve(address);
        });
    });
    const page = await (await fetch(url)).text();
    if (!page.includes("<title>Cactus"))
      throw new Error(`the portal answers something else: ${page.slice(0, 200)}`);
  } finally {
    child.kill();
    await ended;
    await removeFolder(data);
  }
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const executable = packedExecutable(
    process.argv[2] ?? join("dist", "installers"),
    process.platform,
    process.arch,
  );
  await smoke(executable);
  process.stdout.write(`${executable}\u00a0: démarre, et son portail répond.\n`);
}
