import { displayValue, findField, labelOf, maskValue, tidyValue } from "../../shared/dossier/index.ts";
import type { DossierData, Field, Value } from "../../shared/dossier/kernel.ts";
import { compareCerfa } from "../../shared/rules/index.ts";
import { readCerfa } from "../../templates/pdf/cerfa/read.ts";
import type { Actor, Deps, Tx } from "../deps.ts";
import { type Loaded, load } from "../dossier/load.ts";
import { type WriteResult, writeFields } from "../entry/write-fields.ts";
import { impossible, introuvable } from "../errors.ts";

const attached = async (
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ loaded: Loaded; contenu: Uint8Array }> => {
  const loaded = await load(tx, actor, id);
  const fichier = loaded.dossier.cerfaExterne
    ? await tx.fichiers.get(loaded.dossier.cerfaExterne.fichierId)
    : undefined;
  if (!fichier) throw introuvable("CERFA joint");
  return { loaded, contenu: fichier.contenu };
};

/** What the form fields of the attached PDF say, tidied by the schema; unreadable values are left out. */
const readData = async (contenu: Uint8Array): Promise<DossierData | undefined> => {
  const raw = await readCerfa(contenu);
  if (!raw) return undefined;
  const out: Record<string, Value> = {};
  for (const [id, value] of Object.entries(raw)) {
    const field = findField(id);
    const tidied = field ? tidyValue(field, value) : undefined;
    if (tidied?.ok && tidied.value !== undefined) out[id] = tidied.value;
  }
  return out;
};

const shown = (field: Field, value: Value | undefined): string | undefined =>
  value === undefined
    ? undefined
    : field.sensitive
      ? String(maskValue(field, value))
      : displayValue(field, value);

/** Saisie simple: the signed CERFA’s form fields against what was entered, difference by difference. */
export const compareAttachedCerfa = (deps: Deps) => async (actor: Actor, id: string) => {
  const { loaded, contenu } = await deps.store.read((tx) => attached(tx, actor, id));
  const read = await readData(contenu);
  if (!read)
    return {
      lisible: false,
      message:
        "Ce PDF n’a pas de champs de formulaire lisibles (document numérisé ou aplati)\u00a0: comparez-le à l’écran.",
      ecarts: [],
    };
  const { contrat, data } = loaded.dossier;
  return {
    lisible: true,
    ecarts: compareCerfa(data, read).flatMap((difference) => {
      const field = findField(difference.champ);
      if (!field) return [];
      return [
        {
          champ: field.id,
          libelle: labelOf(field, contrat),
          saisi: shown(field, difference.saisi),
          cerfa: shown(field, difference.lu),
        },
      ];
    }),
  };
};

/** Takes the chosen fields over from the CERFA, through the same door and rights as typing them. */
export const takeOverCerfa =
  (deps: Deps) =>
  async (actor: Actor, id: string, champs: readonly string[]): Promise<WriteResult> => {
    const { loaded, contenu } = await deps.store.read((tx) => attached(tx, actor, id));
    const read = await readData(contenu);
    if (!read) throw impossible("Ce PDF n’a pas de champs de formulaire lisibles.");
    const changements = champs
      .filter((champ) => read[champ] !== undefined)
      .map((champ) => ({ champ, avant: loaded.dossier.data[champ] ?? null, apres: read[champ] ?? null }));
    if (changements.length === 0)
      throw impossible("Aucun de ces champs n’est renseigné dans le CERFA joint.");
    return writeFields(deps)(actor, id, changements);
  };
