import { describe, expect, it } from "vitest";
import { filtre } from "../../../shared/api/staff/dossiers.ts";
import { dossiersLink, type ListView, readQuery, writeQuery } from "./filters.ts";

describe("the list’s filters in the URL", () => {
  const views: readonly [string, ListView][] = [
    ["plain list", { filtre: {}, tri: "modifieLe", sens: "desc" }],
    ["oldest first", { filtre: {}, tri: "modifieLe", sens: "asc" }],
    ["by name from Z", { filtre: { recherche: "l’été & co" }, tri: "nom", sens: "desc" }],
    [
      "everything",
      {
        filtre: {
          recherche: "martin",
          formationId: "f-1",
          etats: ["saisie", "demande"],
          contrat: "professionnalisation",
          complet: false,
          economie: ["a_valider"],
          datesProvisoires: true,
          debutAvant: "2026-09-01",
        },
        tri: "dateDebut",
        sens: "asc",
      },
    ],
  ];
  it.each(views)("%s comes back as it was written", (_, view) => {
    expect(readQuery(writeQuery(view).slice(1))).toEqual(view);
  });

  it("writes nothing for the plain list", () => {
    expect(dossiersLink({})).toBe("/dossiers");
  });

  it("keeps out what the contract would refuse", () => {
    const view = readQuery(
      "etats=demande,inconnu&contrat=cdi&complet=peut-etre&tri=mot&sens=x&debutAvant=hier",
    );
    expect(view).toEqual({ filtre: { etats: ["demande"] }, tri: "modifieLe", sens: "desc" });
    expect(filtre.safeParse(view.filtre).success).toBe(true);
  });
});
