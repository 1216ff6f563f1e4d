import type { z } from "zod";
import type { Cfa } from "../../shared/api/models.ts";
import { delais, type smicPeriode } from "../../shared/api/staff/office.ts";
import { isCalendarDate } from "../../shared/dossier/calendar.ts";
import {
  tidyEmail,
  tidyNumeroDeclaration,
  tidyPostalCode,
  tidySiret,
  tidyUai,
} from "../../shared/dossier/formats/index.ts";
import type { Tidied } from "../../shared/dossier/formats/tidied.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { auditBy } from "../dossier/change.ts";
import { assertAdministrator } from "../dossier/load.ts";
import { currentSmic } from "../dossier/smic.ts";
import { type DirectorySettings, defaultDirectory } from "../entry/establishment.ts";
import { impossible, saisieInvalide } from "../errors.ts";

export type Delais = z.infer<typeof delais>;
export const currentDelais = async (tx: Tx): Promise<Delais> =>
  delais.parse((await tx.reglages.get("delais")) ?? {});

/** Tidies and refuses by field: these values are printed on every CERFA and convention. */
export const checkCfa = (cfa: Cfa): Cfa => {
  const issues: { champ: string; message: string }[] = [];
  const read = (champ: string, tidied: Tidied, fallback: string): string => {
    if (tidied.ok) return tidied.value;
    issues.push({ champ, message: tidied.message });
    return fallback;
  };
  const out: Cfa = {
    ...cfa,
    siret: read("siret", tidySiret(cfa.siret), cfa.siret),
    uai: read("uai", tidyUai(cfa.uai), cfa.uai),
    ...(cfa.numeroDeclaration
      ? {
          numeroDeclaration: read(
            "numeroDeclaration",
            tidyNumeroDeclaration(cfa.numeroDeclaration),
            cfa.numeroDeclaration,
          ),
        }
      : {}),
    ...(cfa.courriel ? { courriel: read("courriel", tidyEmail(cfa.courriel), cfa.courriel) } : {}),
    adresse: {
      ...cfa.adresse,
      codePostal: read("adresse.codePostal", tidyPostalCode(cfa.adresse.codePostal), cfa.adresse.codePostal),
    },
  };
  if (!cfa.adresse.voie)
    issues.push({ champ: "adresse.voie", message: "Indiquez la voie de l’adresse du CFA." });
  if (!cfa.adresse.commune) issues.push({ champ: "adresse.commune", message: "Indiquez la commune du CFA." });
  if (issues.length > 0) throw saisieInvalide(issues);
  return out;
};

/** PNG or JPEG by content, and nothing else: it goes into the PDFs. */
export const isImage = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) ||
  (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff);

export const readCfaSettings = (deps: Deps) => async (_actor: Actor) =>
  deps.store.read(async (tx) => {
    const cfa = await tx.reglages.cfa();
    if (!cfa) throw impossible("Le CFA n’est pas encore créé.");
    return { cfa, delais: await currentDelais(tx) };
  });

export const saveCfaSettings = (deps: Deps) => async (actor: Actor, cfa: Cfa, next: Delais) => {
  assertAdministrator(actor);
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
  assertAdministrator(actor);
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
    assertAdministrator(actor);
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
    return sorted;
  };

export const readDirectory =
  (deps: Deps) =>
  async (_actor: Actor): Promise<DirectorySettings> =>
    deps.store.read(async (tx) => (await tx.reglages.get<DirectorySettings>("annuaire")) ?? defaultDirectory);

export const saveDirectory = (deps: Deps) => async (actor: Actor, next: DirectorySettings) => {
  assertAdministrator(actor);
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
