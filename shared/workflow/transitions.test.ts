import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStaff, type Role, roles, staffRoles } from "../catalogues/roles.ts";
import { facts } from "./facts.fixture.ts";
import type { DossierFacts } from "./facts.ts";
import { type Etat, etats, etatsEconomie } from "./states.ts";
import { type Action, actions, decide, rolesFor, transitions } from "./transitions.ts";

/** i invite, s saisie, d demande, v valide, a abandonne; roles in the order of the heading. */
const heading = [
  "administrateur",
  "conseiller",
  "secretaire",
  "exporteur",
  "alternant",
  "entreprise",
  "formation",
];
const who: Readonly<Record<Action, string>> = {
  //             admin cons  secr  exp  alt   entr  form
  ecrire: "        isd   isd   isd   -    is    is    -",
  validerBase: "   is    is    is    -    is    is    -",
  confirmerDates: "isd   isd   isd   -    isd   isd   -",
  joindreCerfa: "  sdv   sdv   sdv   -    sdv   sdv   -",
  demander: "      s     s     s     -    s     s     -",
  retirer: "       d     d     d     -    d     d     -",
  valider: "       d     d     d     -    -     -     d",
  retourner: "     d     d     d     -    -     -     d",
  rouvrir: "       v     v     -     -    -     -     -",
  saisirEconomie: "isdv  isdv  -     -    -     -     -",
  validerEconomie: "v    v     -     -    -     -     -",
  rouvrirEconomie: "v    v     -     -    -     -     -",
  inviter: "       isdv  isdv  isdv  -    -     -     -",
  abandonner: "    isd   isd   isd   -    -     -     -",
  reprendre: "     a     a     a     -    -     -     -",
  suivre: "        isdv  isdv  isdv  -    -     -     -",
  confirmerAlerte: "isd  isd   isd   -    -     -     -",
  revelerNir: "    isdva isdva isdva -    isdva -     -",
  reinviterEntreprise: "isdv isdv isdv - isdv isdv isdv",
};
/** What lets an action go: its own conditions met. */
const ready: Readonly<Partial<Record<Action, Partial<DossierFacts>>>> = {
  joindreCerfa: { niveauSaisie: "simple" },
  validerEconomie: { economie: "a_valider" },
  rouvrirEconomie: { economie: "validee" },
};

describe("who may do what, when (G13, G17–G22)", () => {
  it("the roles of the table are all there are", () => expect(heading).toEqual(roles));
  const cases = actions.flatMap((action) =>
    who[action]
      .trim()
      .split(/\s+/)
      .map((states, index) => [action, roles[index] as Role, states] as const),
  );
  it.each(cases)("%s, %s: %s", (action, role, states) => {
    const allowed = etats.filter((etat) => decide(action, role, facts({ ...ready[action], etat })).ok);
    expect(allowed.map((etat) => etat[0]).join("")).toBe(states === "-" ? "" : states);
  });

  it.each<readonly [Action, Etat, Etat | undefined]>([
    ["ecrire", "saisie", undefined],
    ["validerBase", "invite", "saisie"],
    ["validerBase", "saisie", undefined],
    ["demander", "saisie", "demande"],
    ["retirer", "demande", "saisie"],
    ["valider", "demande", "valide"],
    ["retourner", "demande", "saisie"],
    ["rouvrir", "valide", "saisie"],
    ["validerEconomie", "valide", undefined],
    ["abandonner", "demande", "abandonne"],
    ["reprendre", "abandonne", "invite"],
  ])("%s from %s leads to %s", (action, etat, to) => {
    expect(decide(action, "administrateur", facts({ ...ready[action], etat }))).toEqual(
      to ? { ok: true, to } : { ok: true },
    );
  });
});

describe("conditions, each said", () => {
  it.each<readonly [Action, Partial<DossierFacts>, RegExp]>([
    ["demander", { baseValidee: false }, /Données de base/],
    ["demander", { complet: false }, /pas complet/],
    ["demander", { bloquants: 1 }, /^Un contrôle bloquant reste/],
    ["demander", { bloquants: 3 }, /^3 contrôles bloquants restent/],
    ["demander", { datesProvisoires: true }, /provisoires/],
    ["valider", { etat: "demande", complet: false }, /pas complet/],
    ["valider", { etat: "demande", bloquants: 1 }, /bloquant/],
    ["valider", { etat: "demande", datesProvisoires: true }, /provisoires/],
    ["joindreCerfa", {}, /saisie simple/],
    ["saisirEconomie", { etat: "valide", economie: "validee" }, /rouvrez la revue/],
    ["validerEconomie", { etat: "valide", economie: "a_saisir" }, /ne sont pas saisis/],
    ["validerEconomie", { etat: "valide", economie: "validee" }, /déjà validés/],
    ["rouvrirEconomie", { etat: "valide", economie: "a_valider" }, /rien à rouvrir/],
  ])("%s with %o", (action, overrides, raison) => {
    expect(decide(action, "administrateur", facts(overrides))).toEqual({
      ok: false,
      cause: "garde",
      raison: expect.stringMatching(raison),
    });
  });

  it.each<readonly [Action, Role, Etat, RegExp]>([
    ["ecrire", "administrateur", "valide", /figées/],
    ["ecrire", "alternant", "demande", /Reprendre la saisie/],
    ["ecrire", "alternant", "abandonne", /abandonné/],
    ["demander", "alternant", "demande", /déjà demandée/],
    ["demander", "alternant", "valide", /déjà validé/],
    ["validerEconomie", "conseiller", "saisie", /après la validation du dossier/],
    ["confirmerAlerte", "secretaire", "valide", /ne se confirment plus/],
    ["valider", "formation", "invite", /«\u00a0Invitation\u00a0»/],
  ])("%s by %s in state %s", (action, role, etat, raison) => {
    expect(decide(action, role, facts({ etat }))).toEqual({
      ok: false,
      cause: "etat",
      raison: expect.stringMatching(raison),
    });
  });

  it("a role that never may is told so, whatever the state", () => {
    for (const etat of etats)
      expect(decide("valider", "alternant", facts({ etat }))).toMatchObject({ ok: false, cause: "role" });
  });
});

describe("whatever the facts", () => {
  const any = fc.record({
    etat: fc.constantFrom(...etats),
    niveauSaisie: fc.constantFrom("complete", "simple"),
    baseValidee: fc.boolean(),
    complet: fc.boolean(),
    bloquants: fc.nat(3),
    datesProvisoires: fc.boolean(),
    economie: fc.constantFrom(...etatsEconomie),
    cerfaJoint: fc.boolean(),
  }) as fc.Arbitrary<Partial<DossierFacts>>;

  it("G20: nobody writes what is frozen or given up, and freezing asks for a complete, mended, confirmed dossier", () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...roles), (overrides, role) => {
        const f = facts(overrides);
        if (f.etat === "valide" || f.etat === "abandonne")
          for (const action of ["ecrire", "validerBase", "confirmerDates", "demander"] as const)
            expect(decide(action, role, f).ok).toBe(false);
        const frozen = decide("valider", role, f);
        if (frozen.ok)
          expect([f.etat, f.complet, f.bloquants, f.datesProvisoires]).toEqual(["demande", true, 0, false]);
      }),
    );
  });

  it("a refusal is a French sentence, with its non-breaking spaces", () => {
    fc.assert(
      fc.property(any, fc.constantFrom(...roles), fc.constantFrom(...actions), (overrides, role, action) => {
        const decision = decide(action, role, facts(overrides));
        if (decision.ok) return;
        expect(decision.raison).toMatch(/^[A-ZÉÀ0-9].+\.$/);
        expect(decision.raison).not.toMatch(/ [:;?!»]|« /);
      }),
    );
  });
});

it("every action stands in the table, and the staff are told from the others", () => {
  expect(new Set(transitions.map(({ action }) => action))).toEqual(new Set(actions));
  expect(roles.filter(isStaff)).toEqual(staffRoles);
});

it("a role is let in where some state lets it act, and nowhere else", () => {
  for (const action of actions)
    for (const role of roles)
      expect(rolesFor(action)[role]).toBe(
        etats.some((etat) => who[action].includes(etat[0] as string)) &&
          who[action].trim().split(/\s+/)[roles.indexOf(role)] !== "-",
      );
});
