import { createRouterClient } from "@orpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession } from "../../../main/access/session.ts";
import { type App, createApp } from "../../../main/app.ts";
import type { DossierVue, Formation } from "../../../shared/api/models.ts";
import { staffContract } from "../../../shared/api/staff/index.ts";
import { may, type Procedure, procedures, rights } from "../../../shared/catalogues/rights.ts";
import { type StaffRole, staffRoles } from "../../../shared/catalogues/roles.ts";
import { aCore, withCfa } from "../../builders/core.ts";
import { filled } from "../../builders/dossier.ts";

/**
 * The catalogue of rights, walked whole at the staff’s door: every procedure × every role, and whoever is not signed
 * in. A call is refused before its input is even read, so one empty input serves them all.
 */
type Call = (input: unknown) => Promise<unknown>;
type Client = Readonly<Record<string, Readonly<Record<string, Call>>>>;

let core: Awaited<ReturnType<typeof aCore>>;
let app: App;
let formation: Formation;
let dossier: DossierVue;
const clients = new Map<StaffRole | "anonyme" | "ailleurs", Client>();
const clientOf = (jeton?: string): Client =>
  createRouterClient(app.router, { context: jeton ? { jeton } : {} }) as unknown as Client;

beforeAll(async () => {
  core = await aCore();
  formation = await withCfa(core);
  dossier = await filled(core, formation);
  app = await createApp(core.settings);
  clients.set("anonyme", clientOf());
  for (const who of [...staffRoles, "ailleurs"] as const) {
    const { jeton } = await core.deps.store.write(async (tx) => {
      const compte = await tx.comptes.create({
        famille: "cfa",
        courriel: `${who}@cfa.example.fr`,
        nom: `Test ${who}`,
        role: who === "ailleurs" ? "secretaire" : who,
        formations: who === "ailleurs" ? ["une-autre-formation"] : [],
        provisoire: false,
        actif: true,
      });
      return openSession(core.deps, tx, compte, "poste");
    });
    clients.set(who, clientOf(jeton));
  }
});
afterAll(async () => {
  await app.close();
  await core.close();
});

const procedureOf = (client: Client | undefined, name: Procedure): Call => {
  const [group = "", procedure = ""] = name.split(".");
  const call = client?.[group]?.[procedure];
  if (!call) throw new Error(`no procedure ${name}`);
  return call;
};
const answer = (who: StaffRole | "anonyme" | "ailleurs", name: Procedure, input: unknown): Promise<string> =>
  procedureOf(
    clients.get(who),
    name,
  )(input).then(
    () => "accepted",
    (error: { code?: string }) => error.code ?? "INTERNAL",
  );

const served = new Set(
  Object.entries(staffContract).flatMap(([group, part]) =>
    Object.keys(part).map((name) => `${group}.${name}`),
  ),
);
const staffProcedures = procedures.filter((name) => served.has(name));

describe("rights of the staff", () => {
  it("every procedure served has its right", () => {
    expect([...served].filter((name) => !(name in rights))).toEqual([]);
  });

  // Ends its own session: asked apart, below.
  const walked = staffProcedures.filter((name) => name !== "acces.deconnexion");
  describe.each(walked)("%s", (name) => {
    it.each(staffRoles)("%s", async (role) => {
      const got = await answer(role, name, {});
      expect(got === "INTERDIT" ? "refused" : "let in", got).toBe(may(role, name) ? "let in" : "refused");
      expect(got).not.toBe("NON_CONNECTE");
      expect(got).not.toMatch(/^(INTERNAL_SERVER_ERROR|INATTENDUE)$/);
    });
    it("nobody signed in", async () => {
      const got = await answer("anonyme", name, {});
      if (rights[name].acces === "public") expect(got).not.toBe("NON_CONNECTE");
      else expect(got).toBe("NON_CONNECTE");
    });
  });

  const reaching = staffProcedures.filter((name) => {
    const right = rights[name];
    return right.acces === "roles" && (right.relation === "dossier" || right.relation === "formation");
  });
  it.each(reaching)(
    "%s: a secretary of another formation does not even learn that it exists",
    async (name) => {
      if (!may("secretaire", name)) return;
      const right = rights[name];
      const id = right.acces === "roles" && right.relation === "formation" ? formation.id : dossier.id;
      const input = {
        id,
        version: dossier.version,
        motif: "essai",
        champ: "faitA",
        champs: ["faitA"],
        changements: [{ champ: "faitA", avant: null, apres: "x" }],
        onglet: "alternant",
        regle: "x",
        qualite: "alternant",
        courriel: "x@example.fr",
        type: name.startsWith("formations") ? "programme" : "cerfa",
        fichier: new File([`%PDF-1.7${" ".repeat(300)}%%EOF`], "a.pdf", { type: "application/pdf" }),
        depot: {},
        entreeId: "x",
        entree: { rubrique: "note", du: "2026-09-01", titre: "x", visibilite: "cfa", fait: true },
        saisie: formation,
        archivee: true,
      };
      expect(await answer("ailleurs", name, input)).toBe("INTROUVABLE");
    },
  );

  it("signing out is one’s own affair, whatever the role", async () => {
    for (const role of staffRoles)
      expect(await answer(role, "acces.deconnexion", undefined)).toBe("accepted");
    expect(await answer("exporteur", "tableau.lire", undefined)).toBe("NON_CONNECTE");
  });
});
