import { describe } from "vitest";
import { an1, onPayPeriods, un } from "./periods.fixture.ts";

describe("pay periods", () => {
  onPayPeriods([
    // SMIC of the day each period begins.
    [
      "SMIC 01/01/2024",
      "53 % of 1 766,92 €",
      { naissance: "2002-01-01", debut: "2024-09-01", fin: "2025-08-31" },
      [[1, 1, "2024-09-01", "2025-08-31", 53, "SMIC", 93647]],
    ],
    [
      "SMIC 01/11/2024",
      "53 % of 1 801,80 €",
      { naissance: "2002-01-01", debut: "2024-11-01", fin: "2025-10-31" },
      [[1, 1, "2024-11-01", "2025-10-31", 53, "SMIC", 95496]],
    ],
    [
      "SMIC 01/01/2024",
      "the eve of 1 November 2024",
      { naissance: "2002-01-01", debut: "2024-10-31", fin: "2025-10-30" },
      [[1, 1, "2024-10-31", "2025-10-30", 53, "SMIC", 93647]],
    ],
    [
      "SMIC 01/05/2023",
      "27 % of 1 747,20 €",
      { naissance: "2006-09-15", debut: "2023-09-01", fin: "2024-08-31" },
      [[1, 1, "2023-09-01", "2024-08-31", 27, "SMIC", 47175]],
    ],
    [
      "SMIC 01/01/2023",
      "43 % of 1 709,28 €",
      { naissance: "2004-01-15", debut: "2023-04-30", fin: "2024-04-29" },
      [[1, 1, "2023-04-30", "2024-04-29", 43, "SMIC", 73500]],
    ],
    [
      "SMIC 01/01/2026",
      "the second year follows the SMIC of its first day",
      { naissance: "2003-01-01", debut: "2025-02-01", fin: "2027-01-31" },
      [
        [1, 1, "2025-02-01", "2026-01-31", 53, "SMIC", 95496],
        [2, 1, "2026-02-01", "2027-01-31", 61, "SMIC", 111205],
      ],
    ],
    [
      "regles.md § 6",
      "before the first SMIC known: no amount",
      { naissance: "1999-01-01", debut: "2021-09-01", fin: "2022-07-31" },
      [[1, 1, "2021-09-01", "2022-07-31", 53, "SMIC"]],
    ],
    [
      "SMIC, Mayotte",
      "9,56 € × 35 × 52 / 12 = 1 449,93 €",
      { naissance: "2003-01-01", ...un, mayotte: true },
      [an1(53, 76847)],
    ],
    // Conventional minimum.
    [
      "D6222-26 *",
      "SMC above the SMIC at 21",
      { naissance: "2005-08-15", ...un, smcMensuelCentimes: 200000 },
      [an1(53, 106000, "SMC")],
    ],
    [
      "D6222-26 *",
      "SMC below the SMIC at 21",
      { naissance: "2005-08-15", ...un, smcMensuelCentimes: 186000 },
      [an1(53, 98953)],
    ],
    [
      "D6222-26 *",
      "SMC equal to the SMIC",
      { naissance: "2005-08-15", ...un, smcMensuelCentimes: 186702 },
      [an1(53, 98953)],
    ],
    [
      "D6222-26 *",
      "SMC one cent above",
      { naissance: "2000-08-15", ...un, smcMensuelCentimes: 186703 },
      [an1(100, 186703, "SMC")],
    ],
    [
      "D6222-26",
      "SMC does not count before 21",
      { naissance: "2006-08-15", ...un, smcMensuelCentimes: 200000 },
      [an1(43, 80282)],
    ],
    [
      "D6222-26 *",
      "SMC from the month after 21",
      { naissance: "2005-12-10", ...un, smcMensuelCentimes: 200000 },
      [
        [1, 1, "2026-09-01", "2026-12-31", 43, "SMIC", 80282],
        [1, 2, "2027-01-01", "2027-08-31", 53, "SMC", 106000],
      ],
    ],
  ]);
});
