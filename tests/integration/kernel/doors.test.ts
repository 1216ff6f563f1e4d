import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { confirmSignUp, createSignUpLimits, signUp } from "../../../main/access/sign-up.ts";
import type { Deps, Tx } from "../../../main/deps.ts";
import { inviteAlternants } from "../../../main/invitations/invite-alternants.ts";
import { readDossier } from "../../../main/lists/read.ts";
import { requestValidation } from "../../../main/review/request-validation.ts";
import type { Formation } from "../../../shared/api/models.ts";
import { aCore, actor, type TestCore, withCfa } from "../../builders/core.ts";
import { filled } from "../../builders/dossier.ts";

let core: TestCore;
let formation: Formation;
beforeEach(async () => {
  core = await aCore();
  formation = await withCfa(core, { diplomePro: "38" });
});
afterEach(() => core.close());

const invite = (lignes: string) =>
  inviteAlternants(core.deps)(actor(), { formationId: formation.id, contrat: "apprentissage", lignes });
/** Nothing of a new dossier is written otherwise than a screen would have written it. */
const refusedValues = async (id: string) =>
  (await readDossier(core.deps)(actor(), id)).completude.onglets.flatMap((tab) => tab.invalides);

describe("every value enters through the schema’s formats", () => {
  it("an invited name with a typographic apostrophe is stored as the civil status writes it", async () => {
    const { invites, refus } = await invite("O’Neil;Séan;sean@example.fr");
    expect(refus).toEqual([]);
    const id = invites[0]?.dossierId ?? "";
    expect((await readDossier(core.deps)(actor(), id)).data).toMatchObject({
      apprentiNomNaissance: "O'Neil",
      apprentiPrenom: "Séan",
    });
    expect(await refusedValues(id)).toEqual([]);
  });

  it("an invited name that is none is refused on its line, with why; the good lines go", async () => {
    const { invites, refus } = await invite(
      "Dupont2 (redoublant);Zoé;zoe@example.fr\nMartin;Léa;lea@example.fr",
    );
    expect(invites.map((one) => one.courriel)).toEqual(["lea@example.fr"]);
    expect(refus).toEqual([
      expect.objectContaining({
        ligne: 1,
        raison: expect.stringContaining("Un nom ne contient pas de chiffre"),
      }),
    ]);
  });

  const limits = () => createSignUpLimits(core.deps.now);
  const asked = (over: object = {}) =>
    signUp(core.deps, limits())(
      {
        code: formation.code,
        courriel: "sean@example.fr",
        nom: "O’Neil",
        prenom: "Séan",
        contrat: "apprentissage",
        ...over,
      },
      "127.0.0.1",
    );
  const confirmed = async () => {
    const [mail] = await core.deps.store.write((tx) =>
      tx.outbox.lease("test", "2100-01-01T00:00:00.000Z", "2100-01-01T00:00:00.000Z", 1),
    );
    const { dossierId } = await confirmSignUp(core.deps, limits())(
      mail?.secret ?? "",
      "un mot de passe assez long 42",
      "127.0.0.1",
    );
    return readDossier(core.deps)(actor(), dossierId);
  };

  it("a sign-up: the same name, the same form; and the contract is the one the person says", async () => {
    await asked({ contrat: "professionnalisation" });
    const dossier = await confirmed();
    expect(dossier).toMatchObject({ contrat: "professionnalisation", form: "12434*05", nom: "O'Neil" });
    expect(await refusedValues(dossier.id)).toEqual([]);
  });

  it("a sign-up under a name that is none is refused at its field, before any mail", async () => {
    await expect(asked({ nom: "Dupont2 (redoublant)" })).rejects.toMatchObject({
      code: "SAISIE_INVALIDE",
      data: { champs: [{ champ: "nom", message: expect.stringContaining("chiffre") }] },
    });
    expect(await core.deps.store.read((tx) => tx.outbox.counts())).toMatchObject({ due: 0 });
  });

  it("a formation without a diploma of the 12434 leads to no contrat de professionnalisation", async () => {
    formation = await core.deps.store.write((tx) =>
      tx.formations.create({ ...formation, diplomePro: undefined, code: "F999", variantes: [] }),
    );
    await expect(asked({ contrat: "professionnalisation" })).rejects.toMatchObject({
      code: "SAISIE_INVALIDE",
      data: { champs: [{ champ: "contrat" }] },
    });
  });
});

describe("one gesture, one transaction", () => {
  it("a request whose head cannot be invited is no request at all", async () => {
    const dossier = await filled(core, formation);
    const failing = (tx: Tx): Tx => ({
      ...tx,
      invitations: {
        ...tx.invitations,
        create: () => Promise.reject(new Error("disk full")),
      },
    });
    const deps: Deps = {
      ...core.deps,
      store: { ...core.deps.store, write: (work) => core.deps.store.write((tx) => work(failing(tx))) },
    };
    await expect(requestValidation(deps)(actor(), dossier.id, dossier.version)).rejects.toThrow("disk full");
    const after = await readDossier(core.deps)(actor(), dossier.id);
    expect({ etat: after.etat, version: after.version }).toEqual({
      etat: "saisie",
      version: dossier.version,
    });
    const { lignes } = await core.deps.store.read((tx) => tx.audit.ofDossier(dossier.id, { limite: 50 }));
    expect(lignes.map((one) => one.action)).not.toContain("dossier.demande");
    // The next click does it whole: the mail and the access of the head together.
    await requestValidation(core.deps)(actor(), dossier.id, dossier.version);
    const mails = await core.deps.store.read((tx) => tx.outbox.list({}, { limite: 50 }));
    expect(mails.lignes.map((one) => one.modele)).toEqual(
      expect.arrayContaining(["demandeValidation", "invitationFormation"]),
    );
  });
});
