import { registerHooks } from "node:module";

/** `node --import`: « electron » is the fake one of the unit tests, for a bundle started outside Electron. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron"
      ? { url: new URL("./electron-stand-in.ts", import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
});
