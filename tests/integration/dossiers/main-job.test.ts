import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attachCerfa } from "../../../main/entry/attach-cerfa.ts";
import { carryDates, confirmDates } from "../../../main/entry/dates.ts";
import { validateTab } from "../../../main/entry/validate-tab.ts";
import { writeFields } from "../../../main/entry/write-fields.ts";
import { BusinessError } from "../../../main/errors.ts";
import { inviteAlternants } from "../../../main/invitations/invite-alternants.ts";
import { readDossier } from "../../../main/lists/read.ts";
import { freezeDossier } from "../../../main/review/freeze-dossier.ts";
import { moveDossier } from "../../../main/review/move-dossier.ts";
import { requestValidation } from "../../../main/review/request-validation.ts";
import type { DossierVue, Formation } from "../../../shared/api/models.ts";
import { aCore, actor, type TestCore, withCfa } from "../../builders/core.ts";
import { filled, frozen, invited, released, requested, typed } from "../../builders/dossier.ts";
import { aCompleteApprentissage } from "../../builders/dossier-data.ts";
import { engines, freshPostgres } from "../engines.ts";

let core: TestCore;
let formation: Formation;

const available = (dossier: DossierVue) => dossier.documents.filter((d) => d.disponible).map((d) => d.type);
const code = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "accepted",
    (error: unknown) => (error instanceof BusinessError ? error.code : String(error)),
  );

describe.each(engines)("on %s", (engine) => {
  let drop: (() => Promise<void>) | undefined;
  beforeEach(async () => {
    const database = engine === "postgres" ? await freshPostgres() : undefined;
    drop = database?.drop;
    core = await aCore(database?.url);
    formation = await withCfa(core);
  });
  afterEach(async () => {
    await core.close();
    await drop?.();
  });

  describe("invitation (G1)", () => {
    it("sends the good lines and reports the bad and duplicate ones by number", async () => {
      const { invites, refus } = await inviteAlternants(core.deps)(actor(), {
        formationId: formation.id,
        contrat: "apprentissage",
        lignes:
          "lea@example.fr\nHugo ROSSI <hugo@example.fr>\n\npas une adresse\nLEA@example.fr\nMARTIN;Zoé;zoe@example.fr",
      });
      expect(invites.map((one) => one.courriel)).toEqual([
        "lea@example.fr",
        "hugo@example.fr",
        "zoe@example.fr",
      ]);
      expect(refus.map((one) => one.ligne)).toEqual([4, 5]);
      expect(refus[1]?.raison).toContain("ligne 1");
      const hugo = await readDossier(core.deps)(actor(), invites[1]?.dossierId ?? "");
      expect(hugo.data).toMatchObject({
        apprentiNomNaissance: "ROSSI",
        apprentiPrenom: "Hugo",
        cfaUai: "0139999Y",
      });
    });

    it("puts one mail per person in the outbox, whose secret is sealed", async () => {
      await invited(core, formation);
      const { lignes } = await core.deps.store.read((tx) => tx.outbox.list({}, { limite: 10 }));
      expect(lignes.map((mail) => [mail.destinataire, mail.statut])).toEqual([
        ["lea.arnaud-delmas@example.fr", "due"],
      ]);
    });

    it("refuses an address that already has a dossier in the formation", async () => {
      const first = await invited(core, formation);
      const again = await inviteAlternants(core.deps)(actor(), {
        formationId: formation.id,
        contrat: "apprentissage",
        lignes: "lea.arnaud-delmas@example.fr",
      });
      expect(again.invites).toEqual([]);
      expect(again.refus[0]?.raison).toContain(first.reference);
    });
  });

  describe("filling (G8–G13)", () => {
    it("keeps the good fields when one is refused, and names the refused one", async () => {
      const dossier = await invited(core, formation);
      const result = await typed(core, dossier, {
        apprentiNomNaissance: "Arnaud-Delmas",
        employeurSiret: "12345678901234",
      });
      expect(result.dossier.data.apprentiNomNaissance).toBe("Arnaud-Delmas");
      expect(result.refus.map((r) => r.champ)).toEqual(["employeurSiret"]);
      expect(result.dossier.data.employeurSiret).toBeUndefined();
    });

    it("does not overwrite what somebody else changed: both values come back", async () => {
      const dossier = await invited(core, formation);
      await typed(core, dossier, { apprentiPrenom: "Léa" });
      const late = await writeFields(core.deps)(actor("secretaire"), dossier.id, [
        { champ: "apprentiPrenom", avant: null, apres: "Lea" },
      ]);
      expect(late.conflits).toMatchObject([
        { champ: "apprentiPrenom", votre: "Lea", actuel: "Léa", par: "Test administrateur" },
      ]);
      expect(late.dossier.data.apprentiPrenom).toBe("Léa");
    });

    it("« Valider » of Données de base names what is missing, then opens the tabs and invites the company once", async () => {
      const dossier = await invited(core, formation);
      const refusal = await validateTab(core.deps)(actor(), dossier.id, "base").catch(
        (error: unknown) => error,
      );
      expect(refusal).toBeInstanceOf(BusinessError);
      expect((refusal as BusinessError).message).toContain("SIRET");
      await typed(core, dossier, aCompleteApprentissage());
      const opened = await validateTab(core.deps)(actor(), dossier.id, "base");
      expect(opened).toMatchObject({ etat: "saisie", baseValidee: true });
      await validateTab(core.deps)(actor(), dossier.id, "base");
      const mails = await core.deps.store.read((tx) =>
        tx.outbox.list({ dossierId: dossier.id }, { limite: 10 }),
      );
      expect(mails.lignes.filter((mail) => mail.destinataire.startsWith("samira")).length).toBe(1);
    });

    it("a corrected company address is invited at the new address, and the old access ends (G6)", async () => {
      const dossier = await filled(core, formation);
      await typed(core, dossier, { contactEntrepriseCourriel: "nouveau@calanques-conseil.example.fr" });
      const after = await validateTab(core.deps)(actor(), dossier.id, "base");
      const companies = after.invitations.filter((one) => one.qualite === "entreprise");
      expect(companies.filter((one) => !one.annuleeLe).map((one) => one.courriel)).toEqual([
        "nouveau@calanques-conseil.example.fr",
      ]);
      expect(companies.filter((one) => one.annuleeLe).length).toBe(1);
    });

    it("carried dates are provisional until confirmed, and stop the request (G12)", async () => {
      const dossier = await filled(core, formation);
      const carried = await carryDates(core.deps)(actor(), dossier.id, dossier.version);
      expect(carried).toMatchObject({
        datesProvisoires: true,
        dateDebut: "2026-09-01",
        dateFin: "2028-08-31",
      });
      expect(await code(requestValidation(core.deps)(actor(), dossier.id, carried.version))).toBe(
        "IMPOSSIBLE",
      );
      const confirmed = await confirmDates(core.deps)(actor(), dossier.id, carried.version);
      expect(confirmed.datesProvisoires).toBe(false);
    });
  });

  describe("validation (G17–G21)", () => {
    it("is offered when complete, mails the formation, freezes, and opens the CERFA only", async () => {
      const asked = await requested(core, formation);
      expect(asked).toMatchObject({
        etat: "demande",
        prochaineEtape: { phrase: "La formation doit valider." },
      });
      const after = await freezeDossier(core.deps)(actor(), asked.id, asked.version);
      expect(after).toMatchObject({ etat: "valide" });
      expect(available(after)).toEqual(["cerfa", "calendrier", "programme"]);
      expect(after.documents.find((d) => d.type === "convention")?.raison).toContain("éléments économiques");
      const { lignes } = await core.deps.store.read((tx) =>
        tx.outbox.list({ dossierId: asked.id }, { limite: 20 }),
      );
      const sent = lignes.map((mail) => `${mail.modele}>${mail.destinataire.split("@")[0]}`);
      expect(sent).toContain("demandeValidation>claire.maurin");
      expect(sent).toContain("dossierValide>lea.arnaud-delmas");
      expect(sent).toContain("dossierValide>samira.benali");
    });

    it("immediate mode freezes at the request (G19)", async () => {
      const immediate = await core.deps.store.write((tx) =>
        tx.formations.update(formation.id, { ...formation, modeValidation: "immediate" }, formation.version),
      );
      expect(await requested(core, immediate)).toMatchObject({ etat: "valide" });
    });

    it("an incomplete dossier is refused with what is missing", async () => {
      const dossier = await filled(core, formation, aCompleteApprentissage({ apprentiNir: undefined }));
      expect(await code(requestValidation(core.deps)(actor(), dossier.id, dossier.version))).toMatch(
        /IMPOSSIBLE|INCOMPLET/,
      );
    });

    it("a return with a reason reopens the dossier and mails it", async () => {
      const asked = await requested(core, formation);
      const back = await moveDossier(core.deps)(
        actor(),
        "retourner",
        asked.id,
        asked.version,
        "SIRET du siège",
      );
      expect(back).toMatchObject({ etat: "saisie", retour: { motif: "SIRET du siège" } });
      const { lignes } = await core.deps.store.read((tx) =>
        tx.outbox.list({ dossierId: asked.id }, { limite: 20 }),
      );
      expect(lignes.some((mail) => mail.modele === "dossierRetourne")).toBe(true);
    });

    it("nothing is written to a frozen dossier, by any use case (G20)", async () => {
      const dossier = await frozen(core, formation);
      expect(await code(typed(core, dossier, { apprentiPrenom: "Autre" }))).toBe("IMPOSSIBLE");
      expect(await code(validateTab(core.deps)(actor(), dossier.id, "base"))).toBe("IMPOSSIBLE");
      expect(await code(carryDates(core.deps)(actor(), dossier.id, dossier.version))).toBe("IMPOSSIBLE");
      expect((await readDossier(core.deps)(actor(), dossier.id)).data.apprentiPrenom).toBe("Léa");
    });

    it("an administrator reopens with a reason; the next freeze makes a second snapshot", async () => {
      const dossier = await frozen(core, formation);
      const open = await moveDossier(core.deps)(
        actor(),
        "rouvrir",
        dossier.id,
        dossier.version,
        "Erreur de date",
      );
      expect(open.etat).toBe("saisie");
      expect(available(open)).toEqual(["calendrier", "programme"]);
      const asked = await requestValidation(core.deps)(actor(), open.id, open.version);
      const again = await freezeDossier(core.deps)(actor(), asked.id, asked.version);
      const snapshot = await core.deps.store.read((tx) => tx.dossiers.instantane(again.id));
      expect(snapshot?.numero).toBe(2);
    });
  });

  describe("saisie simple (G11)", () => {
    const simple = () => aCompleteApprentissage({ niveauSaisie: "simple" });
    const pdf = new TextEncoder().encode(`%PDF-1.7\n${" ".repeat(200)}\n%%EOF`);

    it("has no tab for the contract, and its CERFA is the attached file", async () => {
      const dossier = await frozen(core, formation, simple());
      expect(dossier.completude.onglets.map((tab) => tab.onglet)).not.toContain("contrat");
      expect(dossier.documents.find((d) => d.type === "cerfa")?.raison).toContain("à joindre");
      const joined = await attachCerfa(core.deps)(actor(), dossier.id, dossier.version, {
        nom: "signé.pdf",
        contenu: pdf,
      });
      expect(available(joined)).toContain("cerfa");
      const { contenu } = await core.documents.produce(actor(), dossier.id, "cerfa");
      expect(Buffer.compare(Buffer.from(contenu), Buffer.from(pdf))).toBe(0);
    });

    it("refuses what is not a PDF, by name", async () => {
      const dossier = await filled(core, formation, simple());
      expect(
        await code(
          attachCerfa(core.deps)(actor(), dossier.id, dossier.version, {
            nom: "a.pdf",
            contenu: new Uint8Array(500),
          }),
        ),
      ).toBe("SAISIE_INVALIDE");
    });

    it("is refused in saisie complète", async () => {
      const dossier = await filled(core, formation);
      expect(
        await code(
          attachCerfa(core.deps)(actor(), dossier.id, dossier.version, { nom: "a.pdf", contenu: pdf }),
        ),
      ).toBe("IMPOSSIBLE");
    });
  });

  describe("economic review and documents (G22–G24)", () => {
    it("releases the convention, by name and date", async () => {
      const dossier = await released(core, formation);
      expect(available(dossier)).toEqual(["cerfa", "convention", "calendrier", "programme"]);
      const economie = await core.deps.store.read((tx) => tx.economies.get(dossier.id));
      expect(economie).toMatchObject({ etat: "validee", validePar: "Test administrateur" });
    });

    it("produces the four documents, the same bytes twice", async () => {
      const dossier = await released(core, formation);
      for (const type of ["cerfa", "convention", "calendrier", "programme"] as const) {
        const one = await core.documents.produce(actor(), dossier.id, type);
        const two = await core.documents.produce(actor(), dossier.id, type);
        expect(Buffer.from(one.contenu.subarray(0, 5)).toString("latin1")).toBe("%PDF-");
        expect(Buffer.compare(Buffer.from(one.contenu), Buffer.from(two.contenu))).toBe(0);
        expect(one.nom).toMatch(/^D\d{4}-\d{5}_Arnaud-Delmas_Lea_/);
      }
    });

    it("refuses a document that is not available, with the reason", async () => {
      const dossier = await frozen(core, formation);
      const refusal = await core.documents
        .produce(actor(), dossier.id, "convention")
        .catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: "IMPOSSIBLE" });
      expect(String(refusal)).toContain("éléments économiques");
    });
  });

  describe("the history", () => {
    it("holds every change field by field, without any NIR", async () => {
      const dossier = await released(core, formation);
      const { lignes } = await core.deps.store.read((tx) => tx.audit.ofDossier(dossier.id, { limite: 200 }));
      const actions = lignes.map((event) => event.action);
      for (const action of [
        "dossier.cree",
        "dossier.ecrit",
        "dossier.onglet-valide",
        "dossier.demande",
        "dossier.fige",
        "economie.validee",
      ])
        expect(actions).toContain(action);
      expect(JSON.stringify(lignes)).not.toContain("2030513055123");
    });
  });
});
