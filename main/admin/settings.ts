import type { z } from "zod";
import type { Cfa } from "../../shared/api/models.ts";
import type { smicPeriode } from "../../shared/api/staff/office.ts";
import { isCalendarDate } from "../../shared/dossier/calendar.ts";
import type { Actor, Deps } from "../deps.ts";
import { checkCfa } from "../dossier/cfa-sheet.ts";
import { auditBy } from "../dossier/change.ts";
import { currentDelais, currentDirectory, type Delais, type DirectorySettings } from "../dossier/settings.ts";
import { currentSmic } from "../dossier/smic.ts";
import { impossible, saisieInvalide } from "../errors.ts";
import { isImage } from "../files.ts";

export const readCfaSettings = (deps: Deps) => async (_actor: Actor) =>
  deps.store.read(async (tx) => {
    const cfa = await tx.reglages.cfa();
    if (!cfa) throw impossible("Le CFA n’est pas encore créé.");
    return { cfa, delais: await currentDelais(tx) };
  });

export const saveCfaSettings = (deps: Deps) => async (actor: Actor, cfa: Cfa, next: Delais) => {
  const checked = checkCfa(cfa);
  return deps.store.write(async (tx) => {
    await tx.reglages.set("cfa", checked);
    await tx.reglages.set("delais", next);
    await tx.audit.record(
      auditBy(actor, { action: "reglages.cfa", phrase: "a modifié la fiche du CFA et les délais" }),
    );
    return { cfa: checked, delais: next };
  });
};

export const storeLogo = (deps: Deps) => async (actor: Actor, file: { nom: string; contenu: Uint8Array }) => {
  if (!isImage(file.contenu))
    throw saisieInvalide([{ champ: "logo", message: "Le logo doit être une image PNG ou JPEG." }]);
  const type = file.contenu[0] === 0x89 ? "image/png" : "image/jpeg";
  const fichier = await deps.store.write((tx) =>
    tx.fichiers.add({ nom: file.nom, type, contenu: file.contenu, par: actor.nom }),
  );
  return { logoId: fichier.id };
};

type SmicRow = z.infer<typeof smicPeriode>;

/** SMIC values, dated: in Réglages when somebody edited them, else as published. */
export const readSmic =
  (deps: Deps) =>
  async (_actor: Actor): Promise<SmicRow[]> =>
    deps.store.read(async (tx) => fromTable(await currentSmic(tx)));

const fromTable = (table: Awaited<ReturnType<typeof currentSmic>>): SmicRow[] =>
  table.map((row) => ({
    depuis: row.depuis,
    horaireCentimes: row.horaireCentimes,
    mensuelCentimes: row.mensuelCentimes,
    mayotteHoraireCentimes: row.mayotteHoraireCentimes,
    texte: row.texte,
  }));

export const saveSmic =
  (deps: Deps) =>
  async (actor: Actor, rows: readonly SmicRow[]): Promise<SmicRow[]> => {
    const sorted = [...rows].sort((a, b) => a.depuis.localeCompare(b.depuis));
    const issues = sorted.flatMap((row, index) => {
      if (!isCalendarDate(row.depuis))
        return [{ champ: `${index}.depuis`, message: "Chaque valeur du SMIC a une date d’effet." }];
      if (sorted[index - 1]?.depuis === row.depuis)
        return [
          {
            champ: `${index}.depuis`,
            message: `Deux valeurs portent la même date d’effet\u00a0: ${row.depuis}.`,
          },
        ];
      return [];
    });
    if (issues.length > 0) throw saisieInvalide(issues);
    await deps.store.write(async (tx) => {
      await tx.reglages.set("smic", sorted);
      await tx.audit.record(
        auditBy(actor, { action: "reglages.smic", phrase: "a modifié les valeurs du SMIC" }),
      );
    });
    deps.judgementsDue();
    return sorted;
  };

export const readDirectory =
  (deps: Deps) =>
  async (_actor: Actor): Promise<DirectorySettings> =>
    deps.store.read(currentDirectory);

export const saveDirectory = (deps: Deps) => async (actor: Actor, next: DirectorySettings) => {
  const url = new URL(next.url);
  const local = ["127.0.0.1", "localhost", "[::1]"].includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && local))
    throw saisieInvalide([{ champ: "url", message: "L’adresse de l’annuaire doit commencer par https://." }]);
  await deps.store.write(async (tx) => {
    await tx.reglages.set("annuaire", next);
    await tx.audit.record(
      auditBy(actor, {
        action: "reglages.annuaire",
        phrase: "a modifié l’adresse de l’annuaire des entreprises",
      }),
    );
  });
  return {};
};
