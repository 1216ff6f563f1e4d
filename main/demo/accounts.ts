import type { PortalQualite, StaffRole } from "../../shared/workflow/index.ts";
import { choosePassword } from "../access/choose-password.ts";
import { createCfa } from "../access/create-cfa.ts";
import { createAccount } from "../access/manage-accounts.ts";
import { actorOn } from "../access/people.ts";
import type { Actor, Deps, Passwords } from "../deps.ts";
import { generatePassword } from "../generate-password.ts";
import { siretFrom, uaiFrom } from "./identifiers.ts";

export interface DemoAccount {
  readonly role: string;
  readonly courriel: string;
  readonly motDePasse: string;
}

/** The staff as the demonstration’s history knows them: whoever does the CFA’s part of a dossier. */
export interface Staff {
  readonly comptes: readonly DemoAccount[];
  readonly administrator: Actor;
  readonly adviser: Actor;
}

const first = { nom: "Agnès Morel", courriel: "agnes.morel@cfa-calanques.example" };
const others: readonly { role: StaffRole; nom: string; courriel: string }[] = [
  { role: "conseiller", nom: "Bruno Chassagne", courriel: "bruno.chassagne@cfa-calanques.example" },
  { role: "secretaire", nom: "Carole Dufresne", courriel: "carole.dufresne@cfa-calanques.example" },
  { role: "exporteur", nom: "Didier Esposito", courriel: "didier.esposito@cfa-calanques.example" },
];
const cfa = {
  denomination: "CFA des Calanques (démonstration)",
  siret: siretFrom("91234568", "0012"),
  uai: uaiFrom("0139999"),
  numeroDeclaration: "93139999913",
  adresse: { numero: "3", voie: "place Victor-Hugo", codePostal: "13003", commune: "Marseille" },
  telephone: "+33491000000",
  courriel: "contact@cfa-calanques.example",
  representant: "Agnès Morel, directrice",
  cfaEntreprise: "non",
} as const;

const staffActor = (compte: { id: string; nom: string }, role: StaffRole): Actor => ({
  compteId: compte.id,
  nom: compte.nom,
  role,
  porte: "poste",
  formations: [],
});

/** The CFA at its first start, then somebody of each role; passwords are drawn now and shown on the sign-in screen. */
export const makeStaff = async (deps: Deps): Promise<Staff> => {
  const motDePasse = generatePassword();
  const { compte } = await createCfa(deps)({ cfa, administrateur: { ...first, motDePasse } });
  const administrator = staffActor(compte, compte.role);
  const comptes: DemoAccount[] = [{ role: compte.role, courriel: compte.courriel, motDePasse }];
  const actors = new Map<StaffRole, Actor>();
  for (const account of others) {
    const made = await createAccount(deps)(administrator, { ...account, formations: [] });
    comptes.push({ role: account.role, courriel: account.courriel, motDePasse: made.motDePasse });
    actors.set(account.role, staffActor(made.compte, account.role));
    // The password shown on the sign-in screen stays theirs: nobody is asked for another.
    await deps.store.write((tx) => tx.comptes.update(made.compte.id, { provisoire: false }));
  }
  await deps.store.write((tx) => tx.sessions.deleteOf(compte.id));
  return { comptes, administrator, adviser: actors.get("conseiller") ?? administrator };
};

/**
 * Passwords nobody will ever type: these people’s accounts exist, the staff invites again whoever is needed for a
 * demonstration. Hashed once, since a thousand real ones would take a minute.
 */
export const forgottenPasswords = async (real: Passwords): Promise<Passwords> => {
  const hash = await real.hash(generatePassword());
  return { hash: async () => hash, verify: async () => false, outdated: () => false };
};

/** Somebody invited comes in: a password of their own the first time (G1), and their invitations are used. */
export const comeIn = async (
  deps: Deps,
  courriel: string,
  qualite: PortalQualite,
  dossierId: string,
): Promise<Actor> => {
  const compte = await deps.store.read((tx) => tx.comptes.byCourriel("portail", courriel));
  if (!compte) throw new Error(`nobody was invited as ${qualite}`);
  const person = { compte, sessionId: "" };
  if (compte.provisoire) await choosePassword(deps)(person, undefined, generatePassword());
  const le = deps.now().toISOString();
  await deps.store.write(async (tx) => {
    await tx.invitations.markFirstSignIn(compte.id, le);
    await tx.comptes.update(compte.id, {
      derniereConnexionLe: le,
      ...(compte.premiereConnexionLe ? {} : { premiereConnexionLe: le }),
    });
    await tx.sessions.deleteOf(compte.id);
  });
  const actor = await actorOn(deps)(person, dossierId);
  if (actor.role !== qualite) throw new Error(`invited as ${qualite}, came in as ${actor.role}`);
  return actor;
};
