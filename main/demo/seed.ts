import type { Dossier, Tx } from "../../db/ports.ts";
import type { EconomieSaisie, Formation } from "../../shared/api/models.ts";
import { type Contrat, currentForm, type DossierData, type Value } from "../../shared/dossier/kernel.ts";
import { economics } from "../../shared/rules/index.ts";
import type { StaffRole } from "../../shared/workflow/index.ts";
import { generatePassword } from "../access/generate-password.ts";
import { prepareInvitation, recordInvitation } from "../access/invite-person.ts";
import { currentSmic } from "../admin/smic.ts";
import type { Actor, Deps } from "../deps.ts";
import { applyData, auditBy } from "../dossiers/changes.ts";
import { createDossier } from "../dossiers/create-dossier.ts";
import { economicsInput } from "../review/economics-input.ts";
import { baseData, fullData, inventPerson } from "./dossier-data.ts";
import { demoFormations } from "./formations.ts";
import { siretFrom, uaiFrom } from "./identifiers.ts";
import { seeded } from "./random.ts";

export interface DemoAccount {
  readonly role: string;
  readonly courriel: string;
  readonly motDePasse: string;
}

const system: Actor = { nom: "Démonstration", role: "systeme", porte: "systeme", formations: [] };

const staff: readonly { role: StaffRole; nom: string; courriel: string }[] = [
  { role: "administrateur", nom: "Agnès Morel", courriel: "agnes.morel@cfa-calanques.example" },
  { role: "conseiller", nom: "Bruno Chassagne", courriel: "bruno.chassagne@cfa-calanques.example" },
  { role: "secretaire", nom: "Carole Dufresne", courriel: "carole.dufresne@cfa-calanques.example" },
  { role: "exporteur", nom: "Didier Esposito", courriel: "didier.esposito@cfa-calanques.example" },
];

/** How far each of the 300 dossiers has gone, in shares: every state and every reason to wait is there. */
const stages = [
  "invite",
  "base",
  "partiel",
  "complet",
  "demande",
  "valide",
  "economie",
  "pret",
  "retourne",
  "abandonne",
  "provisoire",
  "simple",
] as const;
type Stage = (typeof stages)[number];
const shares: Readonly<Record<Stage, number>> = {
  invite: 34,
  base: 26,
  partiel: 48,
  complet: 20,
  demande: 30,
  valide: 28,
  economie: 22,
  pret: 56,
  retourne: 8,
  abandonne: 6,
  provisoire: 12,
  simple: 10,
};

/**
 * Makes the demonstration CFA: staff of each role, thirteen formations, 300 dossiers in every state, companies with
 * well-formed SIRETs. Everything is invented; passwords are drawn at creation and shown on the sign-in screen.
 */
export const seedDemo = async (deps: Deps, rentree: string): Promise<readonly DemoAccount[]> => {
  const comptes: DemoAccount[] = [];
  for (const person of staff) {
    const motDePasse = generatePassword();
    const hash = await deps.passwords.hash(motDePasse);
    await deps.store.write((tx) =>
      tx.comptes.create({
        famille: "cfa",
        courriel: person.courriel,
        nom: person.nom,
        role: person.role,
        formations: [],
        motDePasse: hash,
        provisoire: false,
        actif: true,
      }),
    );
    comptes.push({ role: person.role, courriel: person.courriel, motDePasse });
  }
  const formations = await deps.store.write(async (tx) => {
    await tx.reglages.set("cfa", {
      denomination: "CFA des Calanques (démonstration)",
      siret: siretFrom("91234568", "0012"),
      uai: uaiFrom("0139999"),
      numeroDeclaration: "93139999913",
      adresse: { numero: "3", voie: "place Victor-Hugo", codePostal: "13003", commune: "Marseille" },
      telephone: "+33491000000",
      courriel: "contact@cfa-calanques.example",
      representant: "Agnès Morel, directrice",
      cfaEntreprise: "non",
    });
    const out: Formation[] = [];
    for (const saisie of demoFormations(rentree)) out.push(await tx.formations.create(saisie));
    return out;
  });
  const random = seeded(2026);
  const plan = stages.flatMap((stage) => Array.from({ length: shares[stage] }, () => stage));
  for (let index = 0; index < plan.length; index++) {
    const stage = plan[index] as Stage;
    const formation = formations[index % formations.length] as Formation;
    await oneDossier(deps, random, stage, formation, index, rentree);
  }
  await deps.store.write(async (tx) => {
    await tx.reglages.set("demo", { comptes });
  });
  return comptes;
};

const without = (data: Record<string, Value>, keys: readonly string[]): Record<string, Value> =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));

const oneDossier = async (
  deps: Deps,
  random: ReturnType<typeof seeded>,
  stage: Stage,
  formation: Formation,
  index: number,
  rentree: string,
) => {
  const contrat: Contrat = index % 9 === 4 ? "professionnalisation" : "apprentissage";
  const person = inventPerson(random, rentree, index);
  // Hashing thousands of passwords would only make the demonstration slow: the last invitations are real ones.
  const prepared =
    stage === "invite" && index % 6 === 0
      ? await prepareInvitation(deps)({ courriel: person.courriel })
      : undefined;
  await deps.store.write(async (tx) => {
    let dossier = await createDossier(deps, tx, system, {
      formation,
      contrat,
      courriel: person.courriel,
      nom: person.nom,
      prenom: person.prenom,
      origine: "invitation",
    });
    if (prepared) await recordInvitation(deps)(tx, system, prepared, { qualite: "alternant", dossier });
    if (stage === "invite") return;
    const base = { ...(dossier.data as Record<string, Value>), ...baseData(random, person, formation) };
    const simple = stage === "simple";
    const filled = fullData(random, person, formation, base, contrat, index, await currentSmic(tx));
    const complete: DossierData = { ...base, ...filled, ...(simple ? { niveauSaisie: "simple" } : {}) };
    const data =
      stage === "base" || stage === "abandonne"
        ? base
        : stage === "partiel"
          ? without(complete as Record<string, Value>, random.pick(gaps))
          : complete;
    dossier = await applyData(tx, deps.now(), { dossier, formation }, data, {
      baseValidee: true,
      etat: "saisie",
      datesProvisoires: stage === "provisoire",
    });
    if (stage === "abandonne") {
      await tx.dossiers.update(dossier.id, { etat: "abandonne" }, dossier.version);
      return;
    }
    if (
      ["base", "partiel", "complet", "provisoire"].includes(stage) ||
      !dossier.completude.complet ||
      dossier.bloquants > 0
    )
      return;
    if (stage === "retourne") {
      await tx.dossiers.update(
        dossier.id,
        {
          retour: {
            motif: "Le SIRET est celui du siège\u00a0: indiquez celui de l’établissement d’exécution.",
            par: formation.responsable.nom,
            le: deps.now().toISOString(),
          },
        },
        dossier.version,
      );
      return;
    }
    dossier = await tx.dossiers.update(dossier.id, { etat: "demande" }, dossier.version);
    await tx.audit.record(
      auditBy(system, {
        action: "dossier.demande",
        dossierId: dossier.id,
        phrase: "a demandé la validation",
      }),
    );
    if (stage === "demande") return;
    await freezeDemo(tx, dossier, formation);
    await economy(tx, dossier, formation, stage);
  });
};

/** What a half-filled dossier still lacks. */
const gaps = [
  ["apprentiNir", "apprentiTelephone"],
  ["employeurIdcc", "employeurEffectif", "maitre1DateNaissance", "maitre1Courriel"],
  ["dateConclusion", "dureeHebdoHeures", "salaireBrutMensuel"],
  ["apprentiCommuneNaissance", "apprentiDepartementNaissance", "employeurTelephone", "faitA"],
] as const;

const freezeDemo = async (tx: Tx, dossier: Dossier, formation: Formation): Promise<void> => {
  const cfa = await tx.reglages.cfa();
  if (!cfa) return;
  await tx.dossiers.freeze(
    dossier,
    {
      contrat: dossier.contrat,
      niveauSaisie: dossier.niveauSaisie,
      mission: formation.mission,
      cfa,
      formation,
    },
    formation.responsable.nom,
    currentForm[dossier.contrat],
  );
  await tx.audit.record(
    auditBy(system, {
      action: "dossier.fige",
      dossierId: dossier.id,
      phrase: "a validé le dossier\u00a0: les données sont figées",
    }),
  );
};

const economy = async (tx: Tx, dossier: Dossier, formation: Formation, stage: Stage): Promise<void> => {
  if (stage === "valide" || stage === "simple") return;
  const input = economicsInput(dossier, formation, undefined);
  if (!input) return;
  const result = economics(input);
  const saisie: EconomieSaisie = {
    annees: result.annees.map((year) => ({
      annee: year.annee,
      coutCentimes: year.coutCentimes,
      npecCentimes: year.npecCentimes,
      priseEnChargeCentimes: year.priseEnChargeCentimes,
      participationCentimes: year.participationCentimes,
      fraisAnnexesCentimes: year.fraisAnnexesCentimes,
      resteAChargeCentimes: year.resteAChargeCentimes,
    })),
    frais: { nuitees: 0, repas: 0, premierEquipementCentimes: 0, mobiliteCentimes: 0 },
    majorationRqthCentimes: 0,
    resteAChargePrevu: false,
  };
  const { version } = await tx.economies.get(dossier.id);
  const saved = await tx.economies.save(dossier.id, saisie, "Bruno Chassagne", version);
  if (stage === "economie") return;
  await tx.economies.validate(dossier.id, "Agnès Morel", saved.version);
};
