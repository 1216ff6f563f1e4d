import { describe, expect, it } from "vitest";
import { linkOf, readLink } from "./links.ts";

describe("cactus:// links", () => {
  it.each([
    ["cactus://dossier/D2026-00042", "D2026-00042"],
    ["CACTUS://dossier/d2026-00042/", "D2026-00042"],
  ])("%s opens %s", (link, reference) => {
    expect(readLink(link)).toEqual({ reference });
  });

  it.each([
    "cactus://",
    "cactus://dossier/",
    "cactus://dossier/../../reglages",
    "cactus://dossier/D2026-00042?x=1",
    "cactus://dossier/D2026-00042#/reglages",
    "cactus://evil@dossier/D2026-00042",
    "cactus:dossier/D2026-00042",
    "cactus://dossier/<script>",
    "https://dossier/D2026-00042",
    "cactus://dossier/D2026-00042\ncactus://dossier/D2026-00043",
  ])("%j is refused", (link) => {
    expect(readLink(link)).toBe("inconnu");
  });

  it("is found among the arguments of a start", () => {
    expect(linkOf(["cactus.exe", "--updated", "cactus://dossier/D2026-00042"])).toBe(
      "cactus://dossier/D2026-00042",
    );
    expect(linkOf(["cactus.exe", "--data", "D:\\cactus"])).toBeUndefined();
  });
});
