import { createHash } from "node:crypto";
import type { FormVersion, ModeMission } from "../../shared/dossier/kernel.ts";
import type { SmicTable } from "../../shared/rules/index.ts";

/**
 * The fingerprint of a judgement: everything it was made from that may change although nobody writes the dossier.
 * Facts of other dossiers are not in it: whoever changes one empties the fingerprints that read it (db).
 */
export interface Inputs {
  /** Version of the rules and of the schema. */
  readonly regles: number;
  readonly form: FormVersion;
  /** What a judgement reads of the formation. */
  readonly mission: ModeMission;
  /** Absent: no rule looked at it. */
  readonly smic?: SmicTable;
  /** Last day on which it holds; absent: no day to come changes it. */
  readonly jusqua?: string;
}
/** What holds now, to hold a fingerprint against. */
export interface Present extends Pick<Inputs, "regles" | "form" | "mission"> {
  readonly smic: SmicTable;
  readonly today: string;
}

const digests = new WeakMap<SmicTable, string>();
const digestOf = (table: SmicTable): string => {
  let digest = digests.get(table);
  if (digest === undefined) {
    digest = createHash("sha256").update(JSON.stringify(table)).digest("hex").slice(0, 12);
    digests.set(table, digest);
  }
  return digest;
};

const NONE = "-";

export const stampOf = ({ regles, form, mission, smic, jusqua }: Inputs): string =>
  [regles, form, mission, smic ? digestOf(smic) : NONE, jusqua ?? NONE].join("|");

/** True when a judgement made from these inputs is the one that would be made now. */
export const holds = (stamp: string, now: Present): boolean => {
  const [regles, form, mission, smic, jusqua] = stamp.split("|");
  return (
    regles === String(now.regles) &&
    form === now.form &&
    mission === now.mission &&
    (smic === NONE || smic === digestOf(now.smic)) &&
    jusqua !== undefined &&
    (jusqua === NONE || jusqua >= now.today)
  );
};

/**
 * Whether it may still hold for some dossier, whose formation and contract are not known here. The mission needs no
 * look: saving a formation empties the fingerprints it changes.
 */
export const mayHold = (
  stamp: string,
  now: Pick<Present, "regles" | "smic" | "today">,
  inForce: readonly FormVersion[],
): boolean => {
  const [, form, mission] = stamp.split("|");
  return inForce.some(
    (one) => one === form && holds(stamp, { ...now, form: one, mission: mission as ModeMission }),
  );
};
