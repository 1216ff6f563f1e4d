import type { DossierLigne } from "../../../shared/api/models.ts";
import {
  type DocumentType,
  type DossierFacts,
  documentsOf,
  documentTypes,
  etatLabels,
} from "../../../shared/workflow/index.ts";
import type { Core } from "../../app.ts";
import { rehearse, writePack } from "../../documents/packs.ts";
import { factsOf } from "../../dossier/facts.ts";
import { circumstances, judgementOf } from "../../dossier/judge.ts";
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
      const { suite, rows } = await deps.store.read(async (tx) => {
        const page = await tx.dossiers.list({}, { tri: "reference", sens: "asc", limite: PAGE, curseur });
        const dossiers = new Map(
          (await tx.dossiers.byIds(page.lignes.map(({ id }) => id))).map((one) => [one.id, one]),
        );
        const formations = new Map(
          (await tx.formations.byIds([...new Set(page.lignes.map(({ formationId }) => formationId))])).map(
            (one) => [one.id, one],
          ),
        );
        const now = await circumstances(tx, deps.now());
        const rows = [];
        for (const { id, formationId } of page.lignes) {
          const dossier = dossiers.get(id);
          const formation = formations.get(formationId);
          if (!dossier || !formation) continue;
          const { judgement } = await judgementOf(tx, now, dossier, formation);
          rows.push({
            ...summary({ ...dossier, complet: judgement.completude.complet }),
            documents: availableFor(factsOf(dossier, formation, judgement)),
          });
        }
        return { suite: page.suite, rows };
      });
      out.push(...rows);
      curseur = suite;
    } while (curseur);
    if (options.json) return printJson(out);
    for (const one of out)
      print(
        `${one.reference}  ${etatLabels[one.etat as keyof typeof etatLabels]}  ${one.complet ? "complet" : "incomplet"}  ${one.documents.join(", ") || "aucun document"}`,
      );
  });

const summary = ({
  reference,
  etat,
  contrat,
  niveauSaisie,
  complet,
}: Pick<DossierLigne, "reference" | "etat" | "contrat" | "niveauSaisie" | "complet">) => ({
  reference,
  etat,
  contrat,
  niveauSaisie,
  complet,
});

const availableFor = (facts: DossierFacts): DocumentType[] =>
  documentsOf(facts)
    .filter((status) => status.disponible)
    .map((status) => status.type);

export const documentCommand = (
  options: DataOption & { dossier: string; type: string; out: string },
): Promise<void> =>
  withCore(options, async (core) => {
    if (!(documentTypes as readonly string[]).includes(options.type))
      throw new CliError(
        `Type de document inconnu\u00a0: ${options.type}. Types possibles\u00a0: ${documentTypes.join(", ")}.`,
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
        `Aucun document disponible. ${rehearsal.refus.map((one) => `${one.reference}\u00a0: ${one.raison}`).join(" ")}`,
      );
    await writePack(
      core.documents,
      cliActor,
      rehearsal.possibles,
      options.out,
      () => {},
      new AbortController().signal,
    );
    for (const refus of rehearsal.refus) process.stderr.write(`${refus.reference}\u00a0: ${refus.raison}\n`);
  });
