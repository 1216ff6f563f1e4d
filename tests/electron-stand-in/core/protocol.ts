import { loud } from "./loud.ts";
import { type Handler, mustBeReady, type World } from "./world.ts";

const PRIVILEGES = new Set([
  "standard",
  "secure",
  "bypassCSP",
  "allowServiceWorkers",
  "supportFetchAPI",
  "corsEnabled",
  "stream",
  "codeCache",
  "allowExtensions",
]);

/** `protocol` (docs/api/protocol.md): privileges before ready and once; handlers after it. */
export const createProtocol = (world: World) =>
  loud("protocol", {
    registerSchemesAsPrivileged: (schemes: World["seen"]["schemes"]): void => {
      // docs: « can only be used before the ready event of the app module gets emitted and can be called only once ».
      if (world.ready)
        throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
      if (world.seen.schemes.length > 0)
        throw new Error(
          "electron-stand-in: registerSchemesAsPrivileged is called twice: the second call replaces the first",
        );
      for (const { scheme, privileges } of schemes) {
        if (!/^[a-z][a-z0-9+.-]*$/.test(scheme))
          throw new Error(`electron-stand-in: « ${scheme} » is no scheme`);
        for (const name of Object.keys(privileges ?? {}))
          if (!PRIVILEGES.has(name)) throw new Error(`electron-stand-in: unknown privilege ${name}`);
      }
      world.seen.schemes.push(...schemes);
    },
    handle: (scheme: string, handler: Handler): void => {
      mustBeReady(world, "Session can only be received when app is ready");
      if (world.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
      world.handlers.set(scheme, handler);
    },
    unhandle: (scheme: string): void => {
      if (!world.handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
    },
    isProtocolHandled: (scheme: string): boolean => world.handlers.has(scheme),
  });
