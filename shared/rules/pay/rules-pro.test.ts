import { describe } from "vitest";
import { onProfessionnalisation } from "../cases.fixture.ts";

describe("salary, professionnalisation", () => {
  const rule = "P-pro-salaire-minimal";
  const blocked = ["bloquant salaireBrutMensuel"];
  onProfessionnalisation([
    ["notice 51650", "80 % to the cent", rule, {}, []],
    ["notice 51650", "a cent less", rule, { salaireBrutMensuel: 149361 }, blocked],
    [
      "notice 51650",
      "general bac: 70 %",
      rule,
      { salarieDiplomePlusEleve: "42", salaireBrutMensuel: 130692 },
      [],
    ],
    [
      "notice 51650",
      "general bac: a cent less",
      rule,
      { salarieDiplomePlusEleve: "42", salaireBrutMensuel: 130691 },
      blocked,
    ],
    [
      "to be checked",
      "technological bac between the columns",
      rule,
      { salarieDiplomePlusEleve: "43", salaireBrutMensuel: 130692 },
      ["alerte salaireBrutMensuel"],
    ],
    [
      "to be checked",
      "technological bac at the higher column",
      rule,
      { salarieDiplomePlusEleve: "43", salaireBrutMensuel: 149362 },
      [],
    ],
    [
      "to be checked",
      "technological bac below both",
      rule,
      { salarieDiplomePlusEleve: "43", salaireBrutMensuel: 130691 },
      blocked,
    ],
    [
      "L6325-9",
      "26, the SMIC",
      rule,
      { apprentiDateNaissance: "1995-01-01", salaireBrutMensuel: 186701 },
      blocked,
    ],
    [
      "D6325-18",
      "26, 85 % of the conventional minimum",
      rule,
      { apprentiDateNaissance: "1995-01-01", smcMensuel: 240000, salaireBrutMensuel: 203999 },
      blocked,
    ],
    [
      "to be checked",
      "part time",
      rule,
      { dureeHebdoHeures: 30, salaireBrutMensuel: 120000 },
      ["alerte salaireBrutMensuel"],
    ],
    ["notice 51650", "temporary work, hourly", rule, { natureContrat: "TT", salaireBrutMensuel: 985 }, []],
    [
      "notice 51650",
      "temporary work, a cent less",
      rule,
      { natureContrat: "TT", salaireBrutMensuel: 984 },
      blocked,
    ],
    [
      "notice 51650",
      "temporary work, part time: hourly all the same",
      rule,
      { natureContrat: "TT", dureeHebdoHeures: 30, salaireBrutMensuel: 984 },
      blocked,
    ],
    ["regles.md", "no salary", rule, { salaireBrutMensuel: undefined }, []],
    [
      "regles.md",
      "no diploma before 26",
      rule,
      { salarieDiplomePlusEleve: undefined, salaireBrutMensuel: 1 },
      [],
    ],
    ["regles.md", "no start", rule, { dateDebutExecution: undefined, salaireBrutMensuel: 1 }, []],
  ]);
});
