import type { DossierLigne } from "../../../shared/api/models.ts";
import { type DocumentType, documentsOf, documentTypes, etatLabels } from "../../../shared/workflow/index.ts";
import type { Core } from "../../app.ts";
import { rehearse, writePack } from "../../documents/packs.ts";
import { withFormation } from "../../dossiers/policy.ts";
import { CliError, cliActor, type DataOption, print, printJson, withCore } from "./context.ts";
import { writeFileAtomic } from "./write-file.ts";

const PAGE = 500;

const idOf = async (core: Core, reference: string): Promise<string> => {
  const dossier = await core.deps.store.read((tx) => tx.dossiers.byReference(reference));
  if (!dossier) throw new CliError(`Aucun dossier ne porte la référence ${reference}.`);
  return dossier.id;
};

/** Every dossier with the documents available now. */
export const listCommand = (options: DataOption & { json?: boolean }): Promise<void> =>
  withCore(options, async ({ deps }) => {
    const out: {
      reference: string;
      etat: string;
      contrat: string;
      niveauSaisie: string;
      complet: boolean;
      documents: DocumentType[];
    }[] = [];
    let curseur: string | undefined;
    do {
      const page = await deps.store.read((tx) =>
        tx.dossiers.list({}, { tri: "reference", sens: "asc", limite: PAGE, curseur }),
      );
      for (const ligne of page.lignes)
        out.push({ ...summary(ligne), documents: await availableIn(deps, ligne.id) });
      curseur = page.suite;
    } while (curseur);
    if (options.json) return printJson(out);
    for (const one of out)
      print(
        `${one.reference}  ${etatLabels[one.etat as keyof typeof etatLabels]}  ${one.complet ? "complet" : "incomplet"}  ${one.documents.join(", ") || "aucun document"}`,
      );
  });

const summary = ({ reference, etat, contrat, niveauSaisie, complet }: DossierLigne) => ({
  reference,
  etat,
  contrat,
  niveauSaisie,
  complet,
});

const availableIn = (deps: Core["deps"], id: string): Promise<DocumentType[]> =>
  deps.store.read(async (tx) => {
    const dossier = await tx.dossiers.byId(id);
    if (!dossier) return [];
    const { facts } = await withFormation(tx, dossier);
    return documentsOf(facts)
      .filter((status) => status.disponible)
      .map((status) => status.type);
  });

export const documentCommand = (
  options: DataOption & { dossier: string; type: string; out: string },
): Promise<void> =>
  withCore(options, async (core) => {
    if (!(documentTypes as readonly string[]).includes(options.type))
      throw new CliError(
        `Type de document inconnu : ${options.type}. Types possibles : ${documentTypes.join(", ")}.`,
      );
    const { contenu } = await core.documents.produce(
      cliActor,
      await idOf(core, options.dossier),
      options.type as DocumentType,
    );
    await writeFileAtomic(options.out, contenu);
  });

export const packCommand = (options: DataOption & { dossier: string[]; out: string }): Promise<void> =>
  withCore(options, async (core) => {
    const ids: string[] = [];
    for (const reference of options.dossier) ids.push(await idOf(core, reference));
    const rehearsal = await rehearse(core.deps)(cliActor, ids, documentTypes);
    if (rehearsal.possibles.length === 0)
      throw new CliError(
        `Aucun document disponible. ${rehearsal.refus.map((one) => `${one.reference} : ${one.raison}`).join(" ")}`,
      );
    await writePack(
      core.documents,
      cliActor,
      rehearsal.possibles,
      options.out,
      () => {},
      new AbortController().signal,
    );
    for (const refus of rehearsal.refus) process.stderr.write(`${refus.reference} : ${refus.raison}\n`);
  });
