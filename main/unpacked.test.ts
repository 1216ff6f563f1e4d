import { describe, expect, it } from "vitest";
import { unpacked } from "./unpacked.ts";

describe("the place of a packed file", () => {
  it("is beside the archive, on every system, as a path or an address", () => {
    expect(unpacked("/opt/Cactus/resources/app.asar/dist/electron/portal.js")).toBe(
      "/opt/Cactus/resources/app.asar.unpacked/dist/electron/portal.js",
    );
    expect(unpacked(String.raw`C:\Cactus\resources\app.asar\dist\portal.js`)).toBe(
      String.raw`C:\Cactus\resources\app.asar.unpacked\dist\portal.js`,
    );
    expect(unpacked("file:///opt/app.asar/dist/pdf-worker.js")).toBe(
      "file:///opt/app.asar.unpacked/dist/pdf-worker.js",
    );
  });

  it("stays where it is out of an archive, or already beside it", () => {
    for (const place of ["/src/main/portal.ts", "/opt/app.asar.unpacked/x.js", "/home/my.app.asar-notes/x"])
      expect(unpacked(place)).toBe(place);
  });
});
