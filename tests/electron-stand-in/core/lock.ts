import {
  accessSync,
  constants,
  existsSync,
  type FSWatcher,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** The lock held by a first instance. */
export interface Lock {
  release(): void;
}

let serial = 0;
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/**
 * Chromium’s ProcessSingleton, keyed by the userData folder: the first keeps it, a later one leaves its command line
 * there and is told no. A folder that cannot be written gives no lock either (LOCK_ERROR answers false as well:
 * shell/browser/api/electron_api_app.cc, RequestSingleInstanceLock).
 */
export const acquireLock = (
  userData: string,
  arrived: (...args: unknown[]) => void,
  mine: readonly unknown[],
): Lock | undefined => {
  const folder = join(userData, "SingletonLock");
  const owner = join(folder, "owner");
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    return undefined;
  }
  for (;;) {
    try {
      writeFileSync(owner, String(process.pid), { flag: "wx" });
      break;
    } catch {
      const pid = Number(readFileSync(owner, "utf8"));
      if (pid && alive(pid)) {
        serial += 1;
        const path = join(folder, `${process.pid}-${serial}`);
        writeFileSync(`${path}.tmp`, JSON.stringify(mine));
        renameSync(`${path}.tmp`, `${path}.json`);
        return undefined;
      }
      rmSync(owner, { force: true });
    }
  }
  let held = true;
  const collect = (): void => {
    // The folder may go before the application does.
    if (!held || !existsSync(folder)) return;
    for (const name of readdirSync(folder)
      .filter((one) => one.endsWith(".json"))
      .sort()) {
      const path = join(folder, name);
      const args = JSON.parse(readFileSync(path, "utf8")) as unknown[];
      rmSync(path);
      arrived(...args);
    }
  };
  const watcher: FSWatcher = watch(folder, { persistent: false }, collect);
  return {
    release: () => {
      if (!held) return;
      held = false;
      watcher.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
