import type { PortalLauncher } from "../../admin/portal-process.ts";
import type { ElectronModule } from "./electron.ts";

/**
 * The portal in a utility process: a packaged application cannot run itself as Node (fuse `runAsNode` off). Electron
 * ends it with the application.
 */
export const forkPortal =
  (utilityProcess: ElectronModule["utilityProcess"]): PortalLauncher =>
  (entry, args, env) => {
    const child = utilityProcess.fork(entry, [...args], {
      stdio: "pipe",
      serviceName: "Portail Cactus",
      env: { ...env },
    });
    child.stdout?.setEncoding("utf8");
    child.stderr?.setEncoding("utf8");
    return {
      onOutput: (listener) => child.stdout?.on("data", listener),
      onErrors: (listener) => child.stderr?.on("data", listener),
      onExit: (listener) => {
        child.once("exit", (code) => listener(code));
      },
      stop: () => {
        child.kill();
      },
    };
  };
