import { describe } from "vitest";
import { onApprentissage } from "./cases.fixture.ts";

/** Start of the contract of the builder: 2026-09-01; conclusion: 2026-08-25. */
describe("ages, apprenticeship", () => {
  onApprentissage([
    [
      "L5213-2",
      "equivalence at 20",
      "A9-equivalence-jeunes",
      { apprentiDateNaissance: "2005-08-26", apprentiEquivalenceJeunes: "oui" },
      [],
    ],
    [
      "L5213-2",
      "equivalence at 21",
      "A9-equivalence-jeunes",
      { apprentiDateNaissance: "2005-08-25", apprentiEquivalenceJeunes: "oui" },
      ["alerte apprentiEquivalenceJeunes"],
    ],
    [
      "L5213-2",
      "equivalence at 15",
      "A9-equivalence-jeunes",
      { apprentiDateNaissance: "2011-08-25", apprentiEquivalenceJeunes: "oui" },
      [],
    ],
    [
      "L5213-2",
      "equivalence at 14",
      "A9-equivalence-jeunes",
      { apprentiDateNaissance: "2011-08-26", apprentiEquivalenceJeunes: "oui" },
      ["alerte apprentiEquivalenceJeunes"],
    ],
    [
      "notice p. 4",
      "equivalence and RQTH",
      "A9-equivalence-jeunes",
      { apprentiEquivalenceJeunes: "oui", apprentiRqth: "oui" },
      ["alerte apprentiEquivalenceJeunes"],
    ],
    ["notice p. 4", "neither", "A9-equivalence-jeunes", {}, []],
    ["D6332-82", "RQTH", "H1-majoration", { apprentiRqth: "oui" }, ["info apprentiRqth"]],
    ["L5213-2", "equivalence", "H1-majoration", { apprentiEquivalenceJeunes: "oui" }, ["info apprentiRqth"]],
    ["D6332-82", "none", "H1-majoration", {}, []],
    [
      "L6222-40",
      "athlete",
      "H2-sportif",
      { apprentiSportifHautNiveau: "oui" },
      ["info apprentiSportifHautNiveau"],
    ],
    ["L6222-40", "not an athlete", "H2-sportif", {}, []],
  ]);
});
