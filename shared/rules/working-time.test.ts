import { describe } from "vitest";
import { onApprentissage, onProfessionnalisation } from "./cases.fixture.ts";

const minor = { apprentiDateNaissance: "2009-01-01" };

describe("working time", () => {
  const duree = (gravite: string) => [`${gravite} dureeHebdoHeures`];
  onApprentissage([
    ["outil public", "35 h", "T1-duree-maximale", {}, []],
    ["outil public", "40 h", "T1-duree-maximale", { dureeHebdoHeures: 40 }, []],
    [
      "outil public",
      "40 h 01",
      "T1-duree-maximale",
      { dureeHebdoHeures: 40, dureeHebdoMinutes: 1 },
      duree("bloquant"),
    ],
    [
      "outil public",
      "41 h, minutes unknown",
      "T1-duree-maximale",
      { dureeHebdoHeures: 41, dureeHebdoMinutes: undefined },
      duree("bloquant"),
    ],
    [
      "regles.md",
      "hours unknown",
      "T1-duree-maximale",
      { dureeHebdoHeures: undefined, dureeHebdoMinutes: 59 },
      [],
    ],

    ["L3162-1", "minor, 35 h", "T3-mineur", minor, []],
    ["L3162-1", "minor, 35 h 30", "T3-mineur", { ...minor, dureeHebdoMinutes: 30 }, duree("alerte")],
    [
      "L3162-1",
      "18 on the day of the start, 39 h",
      "T3-mineur",
      { apprentiDateNaissance: "2008-09-01", dureeHebdoHeures: 39 },
      [],
    ],
    [
      "L3162-1",
      "the eve of 18, 39 h",
      "T3-mineur",
      { apprentiDateNaissance: "2008-09-02", dureeHebdoHeures: 39 },
      duree("alerte"),
    ],
    [
      "regles.md",
      "birth unknown",
      "T3-mineur",
      { apprentiDateNaissance: undefined, dureeHebdoHeures: 39 },
      [],
    ],
    ["regles.md", "hours unknown", "T3-mineur", { ...minor, dureeHebdoHeures: undefined }, []],

    ["DGEFP 2012-15", "35 h", "T4-rtt", {}, []],
    ["DGEFP 2012-15", "39 h", "T4-rtt", { dureeHebdoHeures: 39 }, duree("info")],
    ["DGEFP 2012-15", "40 h", "T4-rtt", { dureeHebdoHeures: 40 }, duree("info")],
    ["DGEFP 2012-15", "41 h: T1", "T4-rtt", { dureeHebdoHeures: 41 }, []],
    ["regles.md", "hours unknown", "T4-rtt", { dureeHebdoHeures: undefined }, []],

    [
      "D4153-15",
      "minor on machines",
      "T5-travaux-dangereux",
      { ...minor, travailMachinesDangereuses: "oui" },
      ["alerte travailMachinesDangereuses"],
    ],
    [
      "D4154-1",
      "adult, limited duration",
      "T5-travaux-dangereux",
      { travailMachinesDangereuses: "oui" },
      ["info travailMachinesDangereuses"],
    ],
    [
      "D4154-1",
      "adult, permanent",
      "T5-travaux-dangereux",
      { travailMachinesDangereuses: "oui", modeContractuel: "2" },
      [],
    ],
    [
      "D4153-15",
      "18 on the day of the start, permanent",
      "T5-travaux-dangereux",
      { apprentiDateNaissance: "2008-09-01", travailMachinesDangereuses: "oui", modeContractuel: "2" },
      [],
    ],
    [
      "D4154-1",
      "age unknown, limited duration",
      "T5-travaux-dangereux",
      { apprentiDateNaissance: undefined, travailMachinesDangereuses: "oui" },
      ["info travailMachinesDangereuses"],
    ],
    ["D4153-15", "no machine", "T5-travaux-dangereux", minor, []],

    ["to be checked", "35 h", "T7-temps-partiel", {}, []],
    [
      "to be checked",
      "34 h 59",
      "T7-temps-partiel",
      { dureeHebdoHeures: 34, dureeHebdoMinutes: 59 },
      duree("alerte"),
    ],
    ["regles.md", "hours unknown", "T7-temps-partiel", { dureeHebdoHeures: undefined }, []],
  ]);
  onProfessionnalisation([
    ["L6325-10", "35 h", "T6-duree-entreprise", {}, []],
    ["L6325-10", "37 h", "T6-duree-entreprise", { dureeHebdoHeures: 37 }, duree("alerte")],
    ["regles.md", "hours unknown", "T6-duree-entreprise", { dureeHebdoHeures: undefined }, []],
    ["L3162-1", "minor, 39 h", "T3-mineur", { ...minor, dureeHebdoHeures: 39 }, duree("alerte")],
    ["to be checked", "30 h", "T7-temps-partiel", { dureeHebdoHeures: 30 }, duree("alerte")],
    ["regles.md", "40 h is the apprentice's limit", "T1-duree-maximale", { dureeHebdoHeures: 45 }, []],
  ]);
});
