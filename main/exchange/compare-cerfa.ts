import type { Ecriture } from "../../shared/api/gestures.ts";
import { displayValue, findField, labelOf, maskValue, tidyValue } from "../../shared/dossier/index.ts";
import type { DossierData, Field, FormVersion, Value } from "../../shared/dossier/kernel.ts";
import { compareCerfa } from "../../shared/rules/index.ts";
import { readCerfa } from "../../templates/pdf/cerfa/read.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { type OpenDossier, open } from "../dossier/open.ts";
import { writeInto } from "../dossier/write.ts";
import { impossible, introuvable } from "../errors.ts";

const attached = async (
  deps: Deps,
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ opened: OpenDossier; contenu: Uint8Array }> => {
  const opened = await open(deps, tx, actor, id);
  const { cerfaExterne } = opened.dossier;
  const fichier = cerfaExterne ? await tx.fichiers.get(cerfaExterne.fichierId) : undefined;
  if (!fichier) throw introuvable("CERFA joint");
  return { opened, contenu: fichier.contenu };
};

/** What the form fields of the attached PDF say, tidied by the schema; unreadable values are left out. */
const readData = async (
  contenu: Uint8Array,
): Promise<{ form: FormVersion; data: DossierData } | undefined> => {
  const read = await readCerfa(contenu);
  if (!read) return undefined;
  const { form } = read;
  const out: Record<string, Value> = {};
  for (const [id, value] of Object.entries(read.data)) {
    const field = findField(id);
    const tidied = field ? tidyValue(field, value, form) : undefined;
    if (tidied?.ok && tidied.value !== undefined) out[id] = tidied.value;
  }
  return { form, data: out };
};

const shown = (field: Field, value: Value | undefined, form: FormVersion): string | undefined =>
  value === undefined
    ? undefined
    : field.sensitive
      ? String(maskValue(field, value, form))
      : displayValue(field, value, form);

/** Saisie simple: the signed CERFA’s form fields against what was entered, difference by difference. */
export const compareAttachedCerfa = (deps: Deps) => async (actor: Actor, id: string) => {
  const { opened, contenu } = await deps.store.read((tx) => attached(deps, tx, actor, id));
  const read = await readData(contenu);
  if (!read)
    return {
      lisible: false,
      message:
        "Ce PDF n’a pas de champs de formulaire lisibles (document numérisé ou aplati)\u00a0: comparez-le à l’écran.",
      ecarts: [],
    };
  const { form, data, dossier } = opened;
  return {
    lisible: true,
    ecarts: compareCerfa(data, read.data).flatMap((difference) => {
      const field = findField(difference.champ);
      if (!field) return [];
      return [
        {
          champ: field.id,
          libelle: labelOf(field, dossier.contrat),
          saisi: shown(field, difference.saisi, form),
          cerfa: shown(field, difference.lu, read.form),
        },
      ];
    }),
  };
};

/** Takes the chosen fields over from the CERFA, through the same door and rights as typing them. */
export const takeOverCerfa =
  (deps: Deps) =>
  async (actor: Actor, id: string, champs: readonly string[]): Promise<Ecriture> => {
    const { opened: before, contenu } = await deps.store.read((tx) => attached(deps, tx, actor, id));
    const read = await readData(contenu);
    if (!read) throw impossible("Ce PDF n’a pas de champs de formulaire lisibles.");
    const changements = champs
      .filter((champ) => read.data[champ] !== undefined)
      .map((champ) => ({ champ, avant: before.data[champ] ?? null, apres: read.data[champ] ?? null }));
    if (changements.length === 0)
      throw impossible("Aucun de ces champs n’est renseigné dans le CERFA joint.");
    return deps.store.write(async (tx) => {
      const opened = await open(deps, tx, actor, id);
      opened.assert("ecrire");
      const { opened: after, refus, conflits } = await writeInto(tx, actor, opened, changements);
      return { dossier: await after.view(), refus, conflits };
    });
  };
