import { describe, expect, it } from "vitest";
import { guide } from "./guide.ts";
import { readPage } from "./page.ts";
import { excerpt, indexOf } from "./search.ts";

const search = indexOf(guide.values());
const pagesFor = (question: string) => search(question).map(({ page }) => page);

describe("search in the guide", () => {
  it.each([
    ["geler", "dossier-fige"],
    ["gele", "dossier-fige"],
    ["Gelé", "dossier-fige"],
    ["NIR", "remplir-un-onglet"],
    ["nir", "glossaire"],
    ["relance", "relancer"],
    ["relances", "relancer"],
    ["RELANCÉ", "relancer"],
    ["mot de passe oublié", "mot-de-passe-perdu"],
    ["smtp", "regler-les-courriels"],
    ["CERFA reçu", "cerfa-recu"],
    ["liasse", "liasses"],
    ["sauvegarde", "sauvegarder"],
    ["NPEC", "revue-economique"],
    ["code inscription", "inscription-par-code"],
    ["raccourcis", "raccourcis"],
    ["référence d’erreur", "message-d-erreur"],
  ])("« %s » finds %s among the first", (question, page) => {
    expect(pagesFor(question).slice(0, 6)).toContain(page);
  });

  it("a beginning or a slip is enough", () => {
    expect(pagesFor("conventio")).toContain("documents");
    expect(pagesFor("calandrier")).toContain("calendrier-et-programme");
  });

  it("every word counts before any of them does", () => {
    const find = indexOf([
      readPage("comptes", "# Un\n\nLe chat dort."),
      readPage("delais", "# Deux\n\nLe chien dort."),
      readPage("journal", "# Trois\n\nLe chien et le chat."),
    ]);
    expect(find("chien chat").map(({ page }) => page)).toEqual(["journal"]);
    expect(find("chien lune").map(({ page }) => page)).toEqual(expect.arrayContaining(["delais", "journal"]));
  });

  it("nothing is found for nothing, nor for what is nowhere", () => {
    expect(search("  ")).toEqual([]);
    expect(search("xylophone")).toEqual([]);
  });

  it("a word of the title alone brings the page, at its beginning", () => {
    const [found] = search("Glossaire");
    expect(found?.page).toBe("glossaire");
    expect(found?.section.ancre).toBeUndefined();
  });
});

describe("excerpt", () => {
  const texte = (pieces: ReturnType<typeof excerpt>) => pieces.map((piece) => piece.texte).join("");

  it("shows the words found, whole, with their accents", () => {
    const pieces = excerpt("Les données sont figées : rien ne s’écrit.", ["fige"]);
    expect(pieces.filter(({ trouve }) => trouve).map((piece) => piece.texte)).toEqual(["figées"]);
  });

  it("cuts a long text around the first of them", () => {
    const long = `${"avant ".repeat(60)}relance ${"après ".repeat(60)}`;
    const said = texte(excerpt(long, ["relance"]));
    expect(said).toContain("relance");
    expect(said.length).toBeLessThan(320);
    expect(said.startsWith("… ")).toBe(true);
    expect(said.endsWith(" …")).toBe(true);
  });

  it("begins at the beginning when the words are not in the text", () => {
    expect(texte(excerpt("Une phrase courte.", ["absent"]))).toBe("Une phrase courte.");
  });
});
