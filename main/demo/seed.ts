import type { Courriel, Formation } from "../../shared/api/models.ts";
import type { Deps } from "../deps.ts";
import { createJudgements } from "../dossier/judgements.ts";
import { BusinessError, isBusiness } from "../errors.ts";
import { createFormation } from "../formations/save-formation.ts";
import { type DemoAccount, forgottenPasswords, makeStaff } from "./accounts.ts";
import { demoFormations } from "./formations.ts";
import { inventDossiers } from "./stages.ts";
import { type Step, storyOf } from "./story.ts";
import { after, at, daysBefore, LONGEST } from "./time.ts";

export type { DemoAccount } from "./accounts.ts";

/**
 * Makes the demonstration CFA: staff of each role, thirteen formations, 300 dossiers in every state, companies with
 * well-formed SIRETs. Everything is invented, and everything that happened was done by the use cases, in the order in
 * which it happened: what they would refuse is not in it.
 */
export const seedDemo = async (deps: Deps, rentree: string): Promise<readonly DemoAccount[]> => {
  const founded = daysBefore(deps.now(), LONGEST + 2);
  const staff = await makeStaff(at(deps, founded));
  const formations: Formation[] = [];
  for (const saisie of demoFormations(rentree))
    formations.push(
      await createFormation(at(deps, after(founded, 10 + formations.length)))(staff.administrator, saisie),
    );
  /** Their password is in their mail: these invitations can be followed to the end. */
  const followed = new Set<string>();
  const steps = inventDossiers(formations, rentree, deps.now()).flatMap((invented) =>
    storyOf(invented, staff, (id) => {
      if (invented.stage === "invite") followed.add(id);
    }),
  );
  const forgotten = await forgottenPasswords(deps.passwords);
  for (const step of [...steps].sort((a, b) => a.at.getTime() - b.at.getTime()))
    await named(step, step.run(at(deps, step.at, step.stage === "invite" ? deps.passwords : forgotten)));
  await settleMails(deps, followed);
  // The last days may have changed what the first ones said of a dossier.
  await createJudgements(deps).pass();
  const { comptes } = staff;
  await deps.store.write((tx) => tx.reglages.set("demo", { comptes }));
  return comptes;
};

/** A refusal says what was done, and which fields: never whose they are. */
const named = async (step: Step, work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const champs = isBusiness(error, "SAISIE_INVALIDE")
      ? error.data.champs
      : isBusiness(error, "INCOMPLET")
        ? error.data.manquants
        : undefined;
    const why = champs
      ? champs.map(({ champ }) => champ).join(", ")
      : error instanceof BusinessError
        ? `${error.code} ${error.message}`
        : error.message;
    throw new Error(`demonstration, dossier « ${step.stage} », ${step.geste}: ${why}`);
  }
};

/** What the past sent has left long ago; only the invitations still to be followed leave now. */
const settleMails = async (deps: Deps, followed: ReadonlySet<string>): Promise<void> => {
  const past: Pick<Courriel, "id" | "creeLe">[] = [];
  let curseur: string | undefined;
  do {
    const page = await deps.store.read((tx) =>
      tx.outbox.list({ statuts: ["due"] }, { limite: 500, ...(curseur ? { curseur } : {}) }),
    );
    past.push(...page.lignes.filter(({ dossierId }) => !dossierId || !followed.has(dossierId)));
    curseur = page.suite;
  } while (curseur);
  await deps.store.write(async (tx) => {
    for (const { id, creeLe } of past) await tx.outbox.sent(id, creeLe);
  });
};
