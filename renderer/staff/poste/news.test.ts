import { describe, expect, it } from "vitest";
import { chemin } from "../../../shared/api/poste/index.ts";
import { type Alerte, typesAlerte } from "../../../shared/api/staff/office.ts";
import { titleOf } from "../common/title.ts";
import { newsOf } from "./news.ts";

const id = "0199d2f0-0000-7000-8000-000000000001";
const alerte = (type: Alerte["type"], nom = "Camille Arnaud"): Alerte => ({
  type,
  dossier: { id, reference: "D2026-00042", nom, formation: "F724-2" },
});

describe("news", () => {
  it("one request opens its dossier", () => {
    expect(newsOf([alerte("demande")])).toEqual([
      {
        titre: "Demande de validation",
        corps: "Camille Arnaud – F724-2 demande la validation de son dossier.",
        chemin: `/dossiers/${id}`,
        lien: "Ouvrir le dossier",
      },
    ]);
  });

  it("many of a kind are said at once, without hiding the others", () => {
    const six = ["Ana", "Bo", "Cy", "Dé", "Éva", "Flo"].map((nom) => alerte("demande", nom));
    const news = newsOf([alerte("courriel-echec"), ...six]);
    expect(news.map(({ titre }) => titre)).toEqual(["6\u00a0demandes de validation", "Courriel en échec"]);
    expect(news[0]).toMatchObject({
      corps: "Ana, Bo, Cy et 3\u00a0autres.",
      chemin: "/dossiers?etats=demande",
    });
  });

  it("a mail about no dossier leads to the mails", () => {
    expect(newsOf([{ type: "courriel-echec" }])).toMatchObject([
      { corps: "Un courriel n’a pas pu partir.", chemin: "/courriels" },
    ]);
    expect(newsOf(Array.from({ length: 3 }, () => ({ type: "courriel-incertain" as const })))).toMatchObject([
      { titre: "3\u00a0courriels incertains", corps: "Ouvrez Cactus pour les voir.", chemin: "/courriels" },
    ]);
  });

  it("fits what the workstation accepts, whatever the names", () => {
    const long = Array.from({ length: 9 }, (_, n) => alerte("demande", `${n}${"é".repeat(150)}`));
    for (const type of typesAlerte)
      for (const news of newsOf([...long.map((one) => ({ ...one, type }))])) {
        expect(news.corps.length).toBeLessThanOrEqual(300);
        expect(news.titre.length).toBeLessThanOrEqual(120);
        expect(chemin.safeParse(news.chemin).success, news.chemin).toBe(true);
      }
  });
});

describe("title", () => {
  it("says what waits before the screen", () => {
    expect(titleOf("Tableau de bord", 3)).toBe("(3) Tableau de bord – Cactus");
    expect(titleOf("Dossiers", 0)).toBe("Dossiers – Cactus");
  });
});
