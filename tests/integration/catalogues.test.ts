import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeFolder } from "../../scripts/remove-folder.ts";

/** What a developer would change, in a copy of the sources: this text of this file, once, becomes that one. */
interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}
interface Case {
  readonly gesture: string;
  readonly changes: readonly Change[];
  /** The files that the compiler names, and no other: what is left to do. */
  readonly toMend: readonly string[];
}

const mails = "shared/catalogues/mails.ts";
const mailParts = "shared/catalogues/mail-parts.ts";
const documents = "shared/workflow/documents.ts";

const aMail = (pieces: string): Change => ({
  file: mails,
  from: "  messageEssai: mail({\n",
  to: `  rappel: mail({\n${pieces}  }),\n\n  messageEssai: mail({\n`,
});
const params = "    params: z.object({ cfa: z.string(), jours: z.number() }),\n";
const to = '    to: "personne",\n';
const sujet = "    sujet: ({ jours }) => ['Encore', jours, 'jours'].join(' '),\n    salutation: bonjour,\n";
const corps = "    corps: ({ jours }) => [{ p: ['Encore', jours, 'jours.'].join(' ') }],\n";
const fate = '    secret: "aucun",\n    renvoyable: true,\n    deuxFois: false,\n';

const aDocument = (pieces: string): Change => ({
  file: documents,
  from: "  calendrier: {\n",
  to: `  attestation: {\n${pieces}  },\n  calendrier: {\n`,
});
const named =
  '    label: "Attestation",\n    nom: "attestation",\n    genre: "feminin",\n    pour: everybody,\n';
const drawn = '    source: "dossier",\n    fige: true,\n    attente: () => undefined,\n';
const supplied = '    source: "formation",\n    fige: false,\n    attente: () => aFournir,\n';

const roles = "shared/catalogues/roles.ts";
const rights = "shared/catalogues/rights.ts";
const errors = "shared/catalogues/errors.ts";

const cases: readonly Case[] = [
  {
    gesture: "a role is added: every group of rights says whether it holds it, in the same file",
    changes: [
      {
        file: roles,
        from: '  exporteur: "Chargé d’export",\n',
        to: '  exporteur: "Chargé d’export",\n  comptable: "Comptable",\n',
      },
    ],
    toMend: [roles],
  },
  {
    gesture: "a role and its groups: done",
    changes: [
      {
        file: roles,
        from: '  exporteur: "Chargé d’export",\n',
        to: '  exporteur: "Chargé d’export",\n  comptable: "Comptable",\n',
      },
      { file: roles, from: "  exporteur: false,\n};", to: "  exporteur: false,\n  comptable: false,\n};" },
      {
        file: roles,
        from: "  exporteur: true,\n  ...noParty,",
        to: "  exporteur: true,\n  comptable: true,\n  ...noParty,",
      },
    ],
    toMend: [],
  },
  {
    gesture: "a procedure loses its right",
    changes: [{ file: rights, from: '  "courriels.renvoyer": of(desk, "cfa"),\n', to: "" }],
    toMend: [
      "main/mail/read-mails.ts",
      "shared/api/procedures.ts",
      "renderer/staff/courriels/mail-row.tsx",
      "renderer/staff/dashboard/counts.tsx",
    ],
  },
  {
    gesture: "a right names a procedure that no contract has",
    changes: [
      {
        file: rights,
        from: '  "courriels.renvoyer": of(desk, "cfa"),\n',
        to: '  "courriels.renvoyer": of(desk, "cfa"),\n  "courriels.effacer": of(desk, "cfa"),\n',
      },
    ],
    toMend: ["shared/api/procedures.ts"],
  },
  {
    gesture: "an error is added: one line, nothing else to do",
    changes: [
      {
        file: errors,
        from: "  INDISPONIBLE: {",
        to: '  PERIME: { status: 410, phrase: "Ce lien a expiré." },\n  INDISPONIBLE: {',
      },
    ],
    toMend: [],
  },
  {
    gesture: "an error without its sentence",
    changes: [
      { file: errors, from: "  INDISPONIBLE: {", to: "  PERIME: { status: 410 },\n  INDISPONIBLE: {" },
    ],
    toMend: [errors, "shared/api/errors.ts"],
  },
  {
    gesture: "an error carries one thing more: whoever throws it is named",
    changes: [
      {
        file: errors,
        from: "    data: z.object({ version: z.int() }),",
        to: "    data: z.object({ version: z.int(), par: z.string() }),",
      },
    ],
    toMend: ["main/errors.ts"],
  },

  {
    gesture: "a whole mail is added: one file, nothing else to do",
    changes: [aMail(params + to + sujet + corps + fate)],
    toMend: [],
  },
  { gesture: "a mail without its text", changes: [aMail(params + to + sujet + fate)], toMend: [mails] },
  {
    gesture: "a mail without its recipients",
    changes: [aMail(params + sujet + corps + fate)],
    toMend: [mails, "main/dossier/announce.ts"],
  },
  {
    gesture: "a mail that does not say whether it may be sent twice",
    changes: [aMail(params + to + sujet + corps + fate.replace(/ {4}deuxFois.*\n/, ""))],
    toMend: [mails],
  },
  {
    gesture: "a mail whose text uses a parameter that it does not have",
    changes: [aMail(params.replace("jours", "semaines") + to + sujet + corps + fate)],
    toMend: [mails],
  },
  {
    gesture: "a parameter of the password link is renamed with its text: its sender is named",
    changes: [
      {
        file: mails,
        from: "params: z.object({ cfa: z.string(), url: z.string(), perimeLe: z.iso.datetime() }),",
        to: "params: z.object({ cfa: z.string(), url: z.string(), expireLe: z.iso.datetime() }),",
      },
      { file: mails, from: "perimeLe: (p) => p.perimeLe,", to: "perimeLe: (p) => p.expireLe," },
    ],
    toMend: ["main/access/forgotten-password.ts"],
  },
  {
    gesture: "a parameter of the steps is renamed in its schema: text and sender are named",
    changes: [{ file: mailParts, from: "  reference: z.string(),", to: "  numero: z.string()," }],
    toMend: ["main/dossier/announce.ts", mailParts, mails],
  },
  {
    gesture: "a parameter of the invitations is renamed",
    changes: [
      { file: mailParts, from: "  motDePasseHabituel: z.boolean(),", to: "  habituel: z.boolean()," },
    ],
    toMend: ["main/dossier/invite.ts", mailParts],
  },
  {
    gesture: "a step asks for one thing more: whoever announces it is named",
    changes: [
      {
        file: mails,
        from: "  conventionDisponible: mail({\n    params: etape,",
        to: "  conventionDisponible: mail({\n    params: etape.extend({ montant: z.string() }),",
      },
    ],
    toMend: ["main/review/economics.ts"],
  },
  {
    gesture: "a mail takes a token: whoever sends it without one is named",
    changes: [
      {
        file: mails,
        from: '      { button: ["Ouvrir Cactus", p.url] },\n    ],\n    secret: "aucun",',
        to: '      { button: ["Ouvrir Cactus", p.url] },\n    ],\n    secret: "jeton",',
      },
    ],
    toMend: ["main/access/sign-up.ts"],
  },

  {
    gesture: "a document is added to the catalogue: its layout is asked for, and nothing else",
    changes: [aDocument(named + drawn)],
    toMend: ["templates/pdf/render.ts"],
  },
  {
    gesture: "a document and its layout: done",
    changes: [
      aDocument(named + drawn),
      {
        file: "templates/pdf/render.ts",
        from: "  convention: drawConvention,\n",
        to: "  convention: drawConvention,\n  attestation: drawProgramme,\n",
      },
    ],
    toMend: [],
  },
  {
    gesture: "a piece that the formation would supply: its place in the formation’s sheet is asked for too",
    changes: [aDocument(named + supplied)],
    toMend: ["main/documents/service.ts", "main/formations/save-formation.ts", "templates/pdf/render.ts"],
  },
];

const root = join(import.meta.dirname, "../..");
let copy: string;

/** The product alone: tests are not what a gap is found by. */
const folders = ["main", "renderer", "preload", "shared", "db", "templates"];
const isProduct = (path: string): boolean => !/\.(test|fixture)\.tsx?$/.test(path);

/** The files in which the compiler sees an error; what a change does not reach is not compiled again. */
const compile = (): string[] => {
  const { stdout, error } = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-p", copy, "--pretty", "false"],
    { cwd: copy, encoding: "utf8" },
  );
  const found = stdout.split("\n").flatMap((line) => /^(\S+?)\(\d+,\d+\): error/.exec(line)?.[1] ?? []);
  if (error || (found.length === 0 && stdout.trim() !== "")) throw error ?? new Error(stdout);
  return [...new Set(found)].sort();
};

const edited = async (changes: readonly Change[]): Promise<Map<string, string>> => {
  const before = new Map<string, string>();
  const after = new Map<string, string>();
  for (const { file, from, to } of changes) {
    const text = after.get(file) ?? (await readFile(join(copy, file), "utf8"));
    if (!before.has(file)) before.set(file, text);
    if (text.split(from).length !== 2) throw new Error(`${file} does not say once: ${from}`);
    after.set(
      file,
      text.replace(from, () => to),
    );
  }
  for (const [file, text] of after) await writeFile(join(copy, file), text);
  return before;
};

let sound: Buffer;
const memory = (): string => join(copy, "tsconfig.tsbuildinfo");

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "cactus-catalogues-"));
  for (const folder of folders)
    await cp(join(root, folder), join(copy, folder), { recursive: true, filter: isProduct });
  await cp(join(root, "package.json"), join(copy, "package.json"));
  await symlink(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  const { compilerOptions } = JSON.parse(await readFile(join(root, "tsconfig.json"), "utf8"));
  await writeFile(
    join(copy, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...compilerOptions, incremental: true }, include: folders }),
  );
  expect(compile()).toEqual([]);
  sound = await readFile(memory());
}, 600_000);
afterAll(() => removeFolder(copy));

/** Gestures after which nothing is left to do answer together: an error in any of them fails them all. */
const whole = cases.filter(({ toMend }) => toMend.length === 0);
const rounds = [whole, ...cases.filter(({ toMend }) => toMend.length > 0).map((one) => [one])].map(
  (round) => [round.map(({ gesture }) => gesture).join(" + "), round] as const,
);

describe("catalogues: the compiler names every gap", () => {
  it.each(rounds)("%s", async (_gestures, round) => {
    const before = await edited(round.flatMap(({ changes }) => changes));
    try {
      expect(compile()).toEqual(round.flatMap(({ toMend }) => toMend).sort());
    } finally {
      for (const [file, text] of before) await writeFile(join(copy, file), text);
      await writeFile(memory(), sound);
    }
  });
});
