import { z } from "zod";
import { todayInParis } from "../../shared/dossier/calendar.ts";
import { currentForm, displayValue, findField, labelOf, tidyValue } from "../../shared/dossier/index.ts";
import type { DossierData, FormVersion, Value } from "../../shared/dossier/kernel.ts";
import { opcoForIdcc } from "../../shared/rules/index.ts";
import type { Deps } from "../deps.ts";
import { currentDirectory, type DirectorySettings } from "../dossier/settings.ts";
import { saisieInvalide } from "../errors.ts";

const CACHE_DAYS = 30;
/** One establishment takes a few kilobytes; a service that sends more is not the one we ask. */
const MAX_ANSWER = 1_000_000;
/** INSEE’s bands: what is public of a headcount, never an exact number. */
const effectifs: Readonly<Record<string, string>> = {
  "00": "aucun salarié",
  "01": "1 ou 2 salariés",
  "02": "3 à 5 salariés",
  "03": "6 à 9 salariés",
  "11": "10 à 19 salariés",
  "12": "20 à 49 salariés",
  "21": "50 à 99 salariés",
  "22": "100 à 199 salariés",
  "31": "200 à 249 salariés",
  "32": "250 à 499 salariés",
  "41": "500 à 999 salariés",
  "42": "1\u202f000 à 1\u202f999 salariés",
  "51": "2\u202f000 à 4\u202f999 salariés",
  "52": "5\u202f000 à 9\u202f999 salariés",
  "53": "10\u202f000 salariés et plus",
};

const etablissement = z.looseObject({
  siret: z.string(),
  adresse: z.string().nullish(),
  numero_voie: z.string().nullish(),
  indice_repetition: z.string().nullish(),
  type_voie: z.string().nullish(),
  libelle_voie: z.string().nullish(),
  complement_adresse: z.string().nullish(),
  code_postal: z.string().nullish(),
  libelle_commune: z.string().nullish(),
  activite_principale: z.string().nullish(),
  liste_idcc: z.array(z.string()).nullish(),
  etat_administratif: z.string().nullish(),
});
const reponse = z.object({
  results: z.array(
    z.looseObject({
      siren: z.string(),
      nom_complet: z.string().nullish(),
      nom_raison_sociale: z.string().nullish(),
      activite_principale: z.string().nullish(),
      tranche_effectif_salarie: z.string().nullish(),
      siege: etablissement.nullish(),
      matching_etablissements: z.array(etablissement).nullish(),
    }),
  ),
});
type Found = { readonly data: DossierData; readonly ferme: boolean; readonly effectif?: string };

/** What the service says of one establishment, in the words of the dossier. The headcount band is said, not typed in: the form asks for a number. */
const toData = (body: z.infer<typeof reponse>, siret: string, form: FormVersion): Found | undefined => {
  for (const company of body.results) {
    const all = [...(company.matching_etablissements ?? []), ...(company.siege ? [company.siege] : [])];
    const place = all.find((candidate) => candidate.siret === siret);
    if (!place) continue;
    const raw: Record<string, unknown> = {
      employeurDenomination: company.nom_raison_sociale ?? company.nom_complet,
      employeurAdresseNumero: [place.numero_voie, place.indice_repetition].filter(Boolean).join(" "),
      employeurAdresseVoie: [place.type_voie, place.libelle_voie].filter(Boolean).join(" ") || undefined,
      employeurAdresseComplement: place.complement_adresse,
      employeurAdresseCodePostal: place.code_postal,
      employeurAdresseCommune: place.libelle_commune,
      employeurCodeApe: place.activite_principale ?? company.activite_principale,
      employeurIdcc: place.liste_idcc?.[0],
    };
    const effectif = effectifs[company.tranche_effectif_salarie ?? ""];
    return {
      data: tidyAll(raw, form),
      ferme: place.etat_administratif === "F",
      ...(effectif ? { effectif } : {}),
    };
  }
  return undefined;
};

const tidyAll = (raw: Record<string, unknown>, form: FormVersion): DossierData => {
  const out: Record<string, Value> = {};
  for (const [id, value] of Object.entries(raw)) {
    const field = findField(id);
    if (!field || value === undefined || value === null) continue;
    const tidied = tidyValue(field, value, form);
    if (tidied.ok && tidied.value !== undefined) out[id] = tidied.value;
  }
  const opco = typeof out.employeurIdcc === "string" ? opcoForIdcc(out.employeurIdcc) : undefined;
  if (opco) out.opco = opco;
  return out;
};

/** Fields remembered from another dossier of the same establishment: never the person’s, never the contract’s. */
const employerOnly = (data: DossierData): DossierData =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([id]) =>
        (id.startsWith("employeur") && id !== "employeurSiret") ||
        id.startsWith("contactEntreprise") ||
        ["secteurEmployeur", "typeEmployeur", "opco", "caisseRetraite"].includes(id),
    ),
  );

const present = (data: DossierData, form: FormVersion) =>
  Object.entries(data).flatMap(([id, value]) => {
    const field = findField(id);
    return field && value !== undefined
      ? [
          {
            champ: id,
            libelle: labelOf(field, "apprentissage"),
            valeur: value,
            affichage: displayValue(field, value, form),
          },
        ]
      : [];
  });

const textOf = async (response: Response): Promise<string> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MAX_ANSWER) throw new Error("answer too large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
};

const ask = async (
  settings: DirectorySettings,
  siret: string,
  form: FormVersion,
): Promise<Found | undefined> => {
  const url = new URL("/search", settings.url);
  url.searchParams.set("q", siret);
  const response = await fetch(url, {
    signal: AbortSignal.timeout(settings.delaiMs),
    headers: { accept: "application/json" },
    redirect: "error",
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return toData(reponse.parse(JSON.parse(await textOf(response))), siret, form);
};

/**
 * Looks a SIRET up: what Cactus already knows from other dossiers first, then the directory, cached 30 days. The
 * network is never needed: offline, the message says to type the data. Nothing is written to the dossier here.
 */
export const findEstablishment = (deps: Deps) => async (raw: string) => {
  // No dossier is named: what is found is written as the form of the day writes it.
  const form = currentForm("apprentissage", todayInParis(deps.now()));
  const answer = answerIn(form);
  const field = findField("employeurSiret");
  const tidied = field ? tidyValue(field, raw, form) : undefined;
  if (!tidied?.ok || typeof tidied.value !== "string")
    throw saisieInvalide([
      {
        champ: "employeurSiret",
        message: tidied && !tidied.ok ? tidied.message : "Saisissez le SIRET de l’entreprise (14 chiffres).",
      },
    ]);
  const siret = tidied.value;
  const { settings, cached, known } = await deps.store.read(async (tx) => ({
    settings: await currentDirectory(tx),
    cached: await tx.reglages.get<{ le: string; found: Found }>(`siret:${siret}`),
    known: await tx.dossiers.etablissementConnu(siret),
  }));
  const fresh = cached && Date.parse(cached.le) > deps.now().getTime() - CACHE_DAYS * 86_400_000;
  if (fresh) return answer(cached.found, known, "cache");
  try {
    const found = await ask(settings, siret, form);
    if (!found)
      return known
        ? answer({ data: {}, ferme: false }, known, "dossiers")
        : {
            trouve: false,
            message:
              "Cet établissement n’est pas dans l’annuaire des entreprises\u00a0: vérifiez le SIRET ou saisissez ses données.",
            valeurs: [],
          };
    await deps.store.write((tx) =>
      tx.reglages.set(`siret:${siret}`, { le: deps.now().toISOString(), found }),
    );
    return answer(found, known, "annuaire");
  } catch {
    const offline =
      "L’annuaire des entreprises ne répond pas\u00a0: saisissez les données, vous pourrez les vérifier plus tard.";
    if (known)
      return {
        ...answer({ data: {}, ferme: false }, known, "dossiers"),
        message: `${offline} Voici ce que Cactus sait déjà de cet établissement.`,
      };
    return { trouve: false, message: offline, valeurs: [] };
  }
};

const remarks = ({ ferme, effectif }: Found): { message?: string } => {
  const said = [
    ferme ? "Attention\u00a0: l’annuaire donne cet établissement comme fermé." : "",
    effectif ? `Effectif de l’entreprise, tous établissements\u00a0: ${effectif}.` : "",
  ].filter(Boolean);
  return said.length > 0 ? { message: said.join(" ") } : {};
};

const answerIn =
  (form: FormVersion) =>
  (found: Found, known: DossierData | undefined, source: "annuaire" | "dossiers" | "cache") => ({
    trouve: true,
    ...remarks(found),
    valeurs: present({ ...(known ? employerOnly(known) : {}), ...found.data }, form),
    source,
  });
