import { describe, expect, it } from "vitest";
import { fields } from "../../../shared/dossier/index.ts";
import { isProse } from "./frame.ts";

describe("what is read over", () => {
  it("is sentences alone", () => {
    const prose = fields.filter(({ kind }) => isProse(kind)).map(({ id }) => id);
    expect(prose).toContain("missionDescription");
    expect(prose).not.toContain("apprentiNomNaissance");
    expect(prose).not.toContain("employeurAdresseVoie");
    expect(prose).not.toContain("apprentiCourriel");
    expect(prose).not.toContain("apprentiNir");
    expect(prose.every((id) => /^mission/.test(id))).toBe(true);
  });
});
