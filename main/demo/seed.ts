import type { Dossier, Tx } from "../../db/ports.ts";
import type { EconomieSaisie, Formation } from "../../shared/api/models.ts";
import { findField } from "../../shared/dossier/index.ts";
import type { Contrat, DossierData, Value } from "../../shared/dossier/kernel.ts";
import { economics } from "../../shared/rules/index.ts";
import type { StaffRole } from "../../shared/workflow/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { applyData, auditBy, changesBetween } from "../dossier/change.ts";
import { createDossier } from "../dossier/create.ts";
import { liveForm } from "../dossier/form.ts";
import { prepareInvitation, recordInvitation } from "../dossier/invite.ts";
import { currentSmic } from "../dossier/smic.ts";
import { generatePassword } from "../generate-password.ts";
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

const someone = (role: Actor["role"], nom: string): Actor => ({
  nom,
  role,
  porte: role === "administrateur" || role === "conseiller" ? "poste" : "portail",
  formations: [],
});
const administrator = someone("administrateur", "Agnès Morel");
const adviser = someone("conseiller", "Bruno Chassagne");

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
  // Nobody knows it: these people’s accounts exist, the staff invites again whoever is needed for a demonstration.
  const motDePasse = await deps.passwords.hash(generatePassword());
  const plan = stages.flatMap((stage) => Array.from({ length: shares[stage] }, () => stage));
  const steps: Step[] = [];
  for (const [index, stage] of plan.entries()) {
    const formation = formations[index % formations.length] as Formation;
    steps.push(...dossierSteps(deps, random, motDePasse, { stage, formation, index, rentree }));
  }
  // The history of the CFA is written in the order in which it happened.
  for (const { at, run } of steps.sort((a, b) => a.at.getTime() - b.at.getTime())) await run(at);
  await deps.store.write(async (tx) => {
    await tx.reglages.set("demo", { comptes });
  });
  return comptes;
};

const without = (data: Record<string, Value>, keys: readonly string[]): Record<string, Value> =>
  Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)));

/** One thing that happens to one dossier, and when. */
interface Step {
  readonly at: Date;
  run(at: Date): Promise<void>;
}

/** Six weeks of a campaign: the moments at which a dossier moved on, each in working hours, the last before now. */
const momentsOf = (random: ReturnType<typeof seeded>, now: Date, count: number): readonly Date[] => {
  const oldest = 3 + random.int(0, 40);
  return Array.from({ length: count }, (_, step) => {
    const daysAgo = Math.max(1, Math.round(oldest * (1 - step / count)));
    const at = new Date(now.getTime() - daysAgo * 86_400_000);
    at.setUTCHours(7 + step * 2, random.int(0, 59), random.int(0, 59), 0);
    return at;
  });
};

/** What a person at the end of this dossier’s way did, step by step. */
const dossierSteps = (
  deps: Deps,
  random: ReturnType<typeof seeded>,
  motDePasse: string,
  {
    stage,
    formation,
    index,
    rentree,
  }: { stage: Stage; formation: Formation; index: number; rentree: string },
): readonly Step[] => {
  const contrat: Contrat = index % 9 === 4 ? "professionnalisation" : "apprentissage";
  const person = inventPerson(random, rentree, index);
  const moments = momentsOf(random, deps.now(), 5);
  // Drawn now, not when the step runs: the demonstration is the same at every creation.
  const draw = seeded(random.int(0, 2 ** 31 - 1));
  const alternant = someone("alternant", `${person.prenom} ${person.nom}`);
  const responsable = someone("formation", formation.responsable.nom);
  let entreprise = alternant;
  let dossier: Dossier;
  const steps: ((tx: Tx, at: Date) => Promise<void>)[] = [];

  steps.push(async (tx, at) => {
    dossier = await createDossier(deps, tx, system, {
      formation,
      contrat,
      courriel: person.courriel,
      nom: person.nom,
      prenom: person.prenom,
      origine: "invitation",
    });
    if (stage !== "invite")
      await signedIn(tx, at, motDePasse, dossier, {
        qualite: "alternant",
        courriel: person.courriel,
        nom: `${person.prenom} ${person.nom}`,
      });
  });
  if (stage !== "invite")
    steps.push(async (tx, at) => {
      const base = { ...(dossier.data as Record<string, Value>), ...baseData(draw, person, formation) };
      const filled = fullData(
        draw,
        person,
        formation,
        base,
        contrat,
        index,
        await currentSmic(tx),
        liveForm(base, at),
      );
      const complete: DossierData = {
        ...base,
        ...filled,
        ...(stage === "simple" ? { niveauSaisie: "simple" } : {}),
      };
      const data =
        stage === "base" || stage === "abandonne"
          ? base
          : stage === "partiel"
            ? without(complete as Record<string, Value>, draw.pick(gaps))
            : complete;
      const { contactEntrepriseCourriel, contactEntreprisePrenom, contactEntrepriseNom } = data;
      const nom = [contactEntreprisePrenom, contactEntrepriseNom].filter(Boolean).join(" ");
      if (nom) entreprise = someone("entreprise", nom);
      // Who knows a field filled it (G13): the history says so.
      const theirs = await filledBy(tx, at, alternant, dossier, data, (knownBy) => knownBy !== "entreprise");
      dossier = await applyData(tx, at, { dossier, formation }, theirs, {
        baseValidee: true,
        etat: "saisie",
      });
      if (typeof contactEntrepriseCourriel === "string")
        await signedIn(tx, at, motDePasse, dossier, {
          qualite: "entreprise",
          courriel: contactEntrepriseCourriel,
          nom,
        });
      await filledBy(tx, at, entreprise, dossier, data, () => true);
      dossier = await applyData(tx, at, { dossier, formation }, data, {
        datesProvisoires: stage === "provisoire",
      });
    });
  if (stage === "abandonne")
    steps.push(async (tx) => {
      dossier = await tx.dossiers.update(dossier.id, { etat: "abandonne" }, dossier.version);
      await tx.audit.record(
        auditBy(adviser, {
          action: "dossier.abandonner",
          dossierId: dossier.id,
          phrase: "a abandonné le dossier\u00a0: l’alternant a signé dans un autre CFA",
        }),
      );
    });
  if (["retourne", "demande", "valide", "economie", "pret", "simple"].includes(stage))
    steps.push(async (tx) => {
      dossier = await tx.dossiers.update(dossier.id, { etat: "demande" }, dossier.version);
      await tx.audit.record(
        auditBy(alternant, {
          action: "dossier.demande",
          dossierId: dossier.id,
          phrase: "a demandé la validation",
        }),
      );
    });
  if (stage === "retourne")
    steps.push(async (tx, at) => {
      const retour = {
        motif: "Le SIRET est celui du siège\u00a0: indiquez celui de l’établissement d’exécution.",
        par: formation.responsable.nom,
        le: at.toISOString(),
      };
      dossier = await tx.dossiers.update(dossier.id, { etat: "saisie", retour }, dossier.version);
      await tx.audit.record(
        auditBy(responsable, {
          action: "dossier.retourner",
          dossierId: dossier.id,
          phrase: `a renvoyé le dossier\u00a0: ${retour.motif}`,
        }),
      );
    });
  if (["valide", "economie", "pret", "simple"].includes(stage))
    steps.push(async (tx, at) => {
      dossier = await freezeDemo(tx, at, responsable, dossier, formation);
    });
  if (["economie", "pret"].includes(stage)) steps.push((tx) => economy(tx, dossier, formation, stage));

  const timed = steps.map((step, at) => ({
    at: moments[at] as Date,
    run: (when: Date) => deps.store.write((tx) => step(tx, when), when),
  }));
  // Their password is in their mail: these invitations can be followed to the end.
  if (stage === "invite")
    timed.push({
      at: moments[1] as Date,
      run: async (when) => {
        const then: Deps = { ...deps, now: () => when };
        const prepared = await prepareInvitation(then)({ courriel: person.courriel });
        await deps.store.write(
          (tx) => recordInvitation(then)(tx, system, prepared, { qualite: "alternant", dossier }),
          when,
        );
      },
    });
  return timed;
};

/** The data with the fields this person fills, written in the history under their name. */
const filledBy = async (
  tx: Tx,
  at: Date,
  actor: Actor,
  dossier: Dossier,
  data: DossierData,
  theirs: (knownBy: string) => boolean,
): Promise<DossierData> => {
  const after: DossierData = {
    ...dossier.data,
    ...Object.fromEntries(Object.entries(data).filter(([id]) => theirs(findField(id)?.knownBy ?? ""))),
  };
  const changements = changesBetween(dossier.data, after, liveForm(after, at));
  if (changements.length > 0)
    await tx.audit.record(
      auditBy(actor, {
        action: "dossier.ecrit",
        dossierId: dossier.id,
        phrase: `a modifié ${changements.length} champs`,
        changements,
      }),
    );
  return after;
};

/** Somebody invited who has signed in and works on the dossier. */
const signedIn = async (
  tx: Tx,
  at: Date,
  motDePasse: string,
  dossier: Dossier,
  person: { qualite: "alternant" | "entreprise"; courriel: string; nom: string },
): Promise<void> => {
  const known = await tx.comptes.byCourriel("portail", person.courriel);
  const compte =
    known ??
    (await tx.comptes.create({
      famille: "portail",
      courriel: person.courriel,
      nom: person.nom,
      formations: [],
      motDePasse,
      provisoire: false,
      actif: true,
    }));
  await tx.invitations.create({
    dossierId: dossier.id,
    qualite: person.qualite,
    courriel: person.courriel,
    nom: person.nom,
    compteId: compte.id,
    expireLe: new Date(at.getTime() + 30 * 86_400_000).toISOString(),
  });
  await tx.invitations.markFirstSignIn(compte.id, at.toISOString());
};

/** What a half-filled dossier still lacks. */
const gaps = [
  ["apprentiNir", "apprentiTelephone"],
  ["employeurIdcc", "employeurEffectif", "maitre1DateNaissance", "maitre1Courriel"],
  ["dateConclusion", "dureeHebdoHeures", "salaireBrutMensuel"],
  ["apprentiCommuneNaissance", "apprentiDepartementNaissance", "employeurTelephone", "faitA"],
] as const;

const freezeDemo = async (
  tx: Tx,
  at: Date,
  responsable: Actor,
  dossier: Dossier,
  formation: Formation,
): Promise<Dossier> => {
  const cfa = await tx.reglages.cfa();
  if (!cfa) throw new Error("the demonstration has no CFA");
  const { dossier: frozen } = await tx.dossiers.freeze(
    dossier,
    {
      contrat: dossier.contrat,
      niveauSaisie: dossier.niveauSaisie,
      mission: formation.mission,
      cfa,
      formation,
    },
    responsable.nom,
    liveForm(dossier.data, at),
  );
  await tx.audit.record(
    auditBy(responsable, {
      action: "dossier.fige",
      dossierId: dossier.id,
      phrase: "a validé le dossier\u00a0: les données sont figées",
    }),
  );
  return frozen;
};

const economy = async (tx: Tx, dossier: Dossier, formation: Formation, stage: Stage): Promise<void> => {
  const input = economicsInput(dossier, formation, undefined);
  if (!input) throw new Error("a complete dossier has its economic elements");
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
  const saved = await tx.economies.save(dossier.id, saisie, adviser.nom, version);
  await tx.audit.record(
    auditBy(adviser, {
      action: "economie.saisie",
      dossierId: dossier.id,
      phrase: "a saisi les éléments économiques",
    }),
  );
  if (stage === "economie") return;
  await tx.economies.validate(dossier.id, administrator.nom, saved.version);
  await tx.audit.record(
    auditBy(administrator, {
      action: "economie.validee",
      dossierId: dossier.id,
      phrase: "a validé les éléments économiques\u00a0: la convention est disponible",
    }),
  );
};
