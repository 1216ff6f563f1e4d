import { join } from "node:path";
import { createCore } from "../../main/app.ts";
import { rehearse, writePack } from "../../main/documents/packs.ts";
import { writeFields } from "../../main/entry/write-fields.ts";
import { writeFileAtomic } from "../../main/hosts/cli/write-file.ts";
import { createFileKeychain } from "../../main/hosts/node/keychain.ts";
import { freezeDossier } from "../../main/review/freeze-dossier.ts";
import { requestValidation } from "../../main/review/request-validation.ts";
import { actor, withCfa } from "../builders/core.ts";
import { filled, released } from "../builders/dossier.ts";
import { aCompleteApprentissage } from "../builders/dossier-data.ts";

/**
 * What is killed: one process doing one thing over and over on a data folder, saying « ack … » once each is done and
 * acknowledged. `node tests/faults/worker.ts <what> <data folder>`.
 */
const [what = "", dataDir = ""] = process.argv.slice(2);
const core = await createCore({
  dataDir,
  databaseUrl: `sqlite:${join(dataDir, "cactus.db")}`,
  demo: false,
  host: "cli",
  version: "test",
  keychain: createFileKeychain(dataDir),
});
const test = { ...core, dataDir, setNow: () => {} };
const ack = (text: string): void => {
  process.stdout.write(`ack ${text}\n`);
};
const formation = (await core.deps.store.read((tx) => tx.formations.list()))[0] ?? (await withCfa(test));
const person = (n: number) =>
  aCompleteApprentissage({
    apprentiCourriel: `p${n}-${Date.now()}@example.fr`,
    maitre1Nom: `Maître${"abcdefghij"[n % 10]}`,
    apprentiPrenom: "Léa",
  });

if (what === "taper") {
  const known = (
    await core.deps.store.read((tx) => tx.dossiers.list({}, { tri: "reference", sens: "asc", limite: 1 }))
  ).lignes[0];
  const dossier = known ?? (await filled(test, formation, person(0)));
  for (;;) {
    const current = await core.deps.store.read((tx) => tx.dossiers.byId(dossier.id));
    const value = `Marseille ${Date.now()}`;
    await writeFields(core.deps)(actor(), dossier.id, [
      { champ: "faitA", avant: (current?.data.faitA as string) ?? null, apres: value },
    ]);
    ack(`${dossier.id}\t${value}`);
  }
}
if (what === "valider")
  for (let n = 0; ; n++) {
    const dossier = await filled(test, formation, person(n));
    const asked = await requestValidation(core.deps)(actor(), dossier.id, dossier.version);
    await freezeDossier(core.deps)(actor(), asked.id, asked.version);
    ack(dossier.id);
  }
if (what === "documents") {
  const known = (
    await core.deps.store.read((tx) =>
      tx.dossiers.list({ economie: ["validee"] }, { tri: "reference", sens: "asc", limite: 1 }),
    )
  ).lignes[0];
  const { id } = known ?? (await released(test, formation, person(0)));
  for (let n = 0; ; n++) {
    const { contenu } = await core.documents.produce(actor(), id, "convention");
    await writeFileAtomic(join(dataDir, "sortie", `convention-${n % 5}.pdf`), contenu);
    ack(String(n));
    const { possibles } = await rehearse(core.deps)(
      actor(),
      [id],
      ["cerfa", "convention", "calendrier", "programme"],
    );
    await writePack(
      core.documents,
      actor(),
      possibles,
      join(dataDir, "sortie", `liasse-${n % 3}.zip`),
      () => {},
      new AbortController().signal,
    );
  }
}
