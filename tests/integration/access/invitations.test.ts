import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changePassword } from "../../../main/access/change-password.ts";
import { liveSession, openSession } from "../../../main/access/session.ts";
import { prepareInvitation, recordInvitation } from "../../../main/dossier/invite.ts";
import { resendInvitation } from "../../../main/invitations/resend-invitation.ts";
import type { Formation } from "../../../shared/api/models.ts";
import { actor, withCfa } from "../../builders/core.ts";
import { invited } from "../../builders/dossier.ts";
import { engines } from "../engines.ts";
import { anOffice, codeOf, invitedHead, type Office, signIn } from "./fixture.ts";

const lea = "lea.arnaud-delmas@example.fr";
const NEW = "le figuier donne en septembre";

describe.each(engines)("invitations on %s", (engine) => {
  let office: Office;
  let formation: Formation;
  beforeEach(async () => {
    office = await anOffice(engine);
    formation = await withCfa(office);
  });
  afterEach(() => office.close());

  const passwordOf = async (courriel: string) =>
    (await office.secrets()).filter((one) => one.destinataire === courriel).at(-1)?.secret ?? "";
  const ofDossier = (id: string) => office.deps.store.read((tx) => tx.invitations.ofDossier(id));
  const choosesOwn = async (courriel: string, generated: string) => {
    const compte = await signIn(office, courriel, generated);
    await changePassword(office.deps)(
      { compteId: compte.id, nom: courriel, role: "alternant", porte: "portail", formations: [] },
      generated,
      NEW,
    );
  };

  it("G1: the mailed password opens the account, which must then choose its own", async () => {
    const dossier = await invited(office, formation);
    const compte = await signIn(office, lea, await passwordOf(lea));
    expect(compte.provisoire).toBe(true);
    expect(await office.deps.store.read((tx) => tx.invitations.qualitesOn(compte.id, dossier.id))).toEqual([
      "alternant",
    ]);
  });

  it("G4: at the same address a new password, and the former one no longer works", async () => {
    const dossier = await invited(office, formation);
    const first = await passwordOf(lea);
    office.later(2_000);
    await resendInvitation(office.deps)(actor(), dossier.id, "alternant", lea);
    const second = await passwordOf(lea);
    expect(second).not.toBe(first);
    expect(await codeOf(signIn(office, lea, first))).toBe("NON_CONNECTE");
    expect(await codeOf(signIn(office, lea, second))).toBe("accepted");
    const [current, former] = await ofDossier(dossier.id);
    expect(current?.annuleeLe).toBeUndefined();
    expect(former?.annuleeLe).toBeDefined();
  });

  it("G4: the corrected address gets in, the former one is out at once, sessions included", async () => {
    const dossier = await invited(office, formation);
    const wrong = await passwordOf(lea);
    const compte = await signIn(office, lea, wrong);
    const { jeton } = await office.deps.store.write((tx) => openSession(office.deps, tx, compte, "portail"));
    await resendInvitation(office.deps)(actor(), dossier.id, "alternant", "Lea@Autre.example.fr");
    expect(await liveSession(office.deps)(jeton, "portail")).toBeUndefined();
    expect(await codeOf(signIn(office, lea, wrong))).toBe("NON_CONNECTE");
    expect(await office.deps.store.read((tx) => tx.invitations.accesOf(compte.id))).toEqual([]);
    const right = await signIn(office, "lea@autre.example.fr", await passwordOf("lea@autre.example.fr"));
    expect(await office.deps.store.read((tx) => tx.invitations.accesOf(right.id))).toHaveLength(1);
    const after = await office.deps.store.read((tx) => tx.dossiers.byId(dossier.id));
    expect(after?.courriel).toBe("lea@autre.example.fr");
    expect(after?.data.apprentiCourriel).toBe("lea@autre.example.fr");
  });

  it("a mail that had not left yet does not leave once replaced", async () => {
    const dossier = await invited(office, formation);
    office.later(2_000);
    await resendInvitation(office.deps)(actor(), dossier.id, "alternant", "lea@autre.example.fr");
    const leaving = await office.secrets();
    expect(leaving.map((one) => one.destinataire)).toEqual(["lea@autre.example.fr"]);
    const [, former] = await ofDossier(dossier.id);
    expect(former).toMatchObject({ courriel: lea, courrielStatut: "failed" });
    expect(former?.courrielErreur).toMatch(/nouvelle invitation/);
  });

  it("somebody who has chosen a password keeps it: the mail carries none", async () => {
    const dossier = await invited(office, formation);
    await choosesOwn(lea, await passwordOf(lea));
    office.later(2_000);
    await resendInvitation(office.deps)(actor(), dossier.id, "alternant", lea);
    const [mail] = await office.secrets();
    expect(mail).toEqual({ destinataire: lea, modele: "invitationAlternant" });
    expect(await codeOf(signIn(office, lea, NEW))).toBe("accepted");
  });

  it("a former address that has another access keeps its account, without this dossier", async () => {
    const dossier = await invited(office, formation);
    await choosesOwn(lea, await passwordOf(lea));
    await invitedHead(office, formation, lea);
    await resendInvitation(office.deps)(actor(), dossier.id, "alternant", "lea@autre.example.fr");
    const compte = await signIn(office, lea, NEW);
    expect(await office.deps.store.read((tx) => tx.invitations.accesOf(compte.id))).toMatchObject([
      { qualite: "formation" },
    ]);
  });

  it("the company’s contact does not replace the alternant’s access", async () => {
    const dossier = await invited(office, formation);
    const prepared = await prepareInvitation(office.deps)({
      courriel: "rh@entreprise.example.fr",
      nom: "RH",
    });
    const current = await office.deps.store.read((tx) => tx.dossiers.byId(dossier.id));
    if (!current) throw new Error("no dossier");
    await office.deps.store.write((tx) =>
      recordInvitation(office.deps)(tx, actor(), prepared, { qualite: "entreprise", dossier: current }),
    );
    const open = (await ofDossier(dossier.id)).filter((one) => !one.annuleeLe);
    expect(open.map((one) => one.qualite).sort()).toEqual(["alternant", "entreprise"]);
    expect((await office.secrets()).map((one) => one.modele).sort()).toEqual([
      "invitationAlternant",
      "invitationEntreprise",
    ]);
  });

  it("nothing is left when the transaction fails: no account, no mail", async () => {
    const prepared = await prepareInvitation(office.deps)({ courriel: "perdu@example.fr" });
    await expect(
      office.deps.store.write(async (tx) => {
        await recordInvitation(office.deps)(tx, actor(), prepared, { qualite: "formation", formation });
        throw new Error("crash");
      }),
    ).rejects.toThrow("crash");
    expect(
      await office.deps.store.read((tx) => tx.comptes.byCourriel("portail", "perdu@example.fr")),
    ).toBeUndefined();
    expect(await office.secrets()).toEqual([]);
  });

  it("is asked again three times, then waits", async () => {
    const dossier = await invited(office, formation);
    const again = () => codeOf(resendInvitation(office.deps)(actor(), dossier.id, "alternant", lea));
    const answers = [];
    for (let i = 0; i < 4; i++) {
      answers.push(await again());
      office.later(1_000);
    }
    expect(answers).toEqual(["accepted", "accepted", "accepted", "TROP_DE_TENTATIVES"]);
  });

  it.each(["", "lea", "lea@example.fr, eve@example.fr", "lea@example.fr\nBcc: eve@example.fr"])(
    "refuses the address %j and changes nothing",
    async (courriel) => {
      const dossier = await invited(office, formation);
      expect(await codeOf(resendInvitation(office.deps)(actor(), dossier.id, "alternant", courriel))).toBe(
        "SAISIE_INVALIDE",
      );
      expect(await ofDossier(dossier.id)).toHaveLength(1);
    },
  );

  it("is refused to an export clerk, and to a secretary of another formation", async () => {
    const dossier = await invited(office, formation);
    const by = (who: ReturnType<typeof actor>) =>
      codeOf(resendInvitation(office.deps)(who, dossier.id, "alternant", "autre@example.fr"));
    expect(await by(actor("exporteur"))).toBe("INTERDIT");
    expect(await by(actor("secretaire", ["01990000-0000-7000-8000-000000000000"]))).toBe("INTROUVABLE");
  });
});
