import { expect, it } from "vitest";
import { onDisk } from "./on-disk.ts";

it("a file of the archive is its unpacked twin, any other is itself", () => {
  const packed = new URL("file:///opt/Cactus/resources/app.asar/dist/electron/portal.js");
  expect(onDisk(packed).pathname).toBe("/opt/Cactus/resources/app.asar.unpacked/dist/electron/portal.js");
  const source = new URL("file:///home/eva/cactus/main/hosts/portal/main.ts");
  expect(onDisk(source).href).toBe(source.href);
});
