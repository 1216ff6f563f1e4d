/** One line of the benchmark report: a ratio measured in one run, against a floor measured beside it. */
export interface Measure {
  readonly name: string;
  readonly ratio: number;
  /** What we aim at, in the same unit; never asserted. */
  readonly goal: number;
  readonly unit: string;
  readonly figures: Readonly<Record<string, number>>;
}

const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Runs two works in turn, A B A B…, after a warm-up, so that a slow moment of the machine hits both; the ratio is
 * that of the medians.
 */
export const compare = async (
  name: string,
  goal: number,
  rounds: number,
  ours: (round: number) => unknown,
  floor: (round: number) => unknown,
): Promise<Measure> => {
  const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  const timed = async (work: (round: number) => unknown, index: number): Promise<number> => {
    const began = performance.now();
    await work(index);
    return performance.now() - began;
  };
  for (let index = -Math.ceil(rounds / 5); index < rounds; index++) {
    const a = await timed(ours, index);
    const b = await timed(floor, index);
    if (index >= 0) {
      times.ours.push(a);
      times.floor.push(b);
    }
  }
  const sorted = { ours: times.ours.sort((x, y) => x - y), floor: times.floor.sort((x, y) => x - y) };
  const p50 = { ours: percentile(sorted.ours, 0.5), floor: percentile(sorted.floor, 0.5) };
  return {
    name,
    ratio: round(p50.ours / p50.floor),
    goal,
    unit: "ratio of medians (ours / floor)",
    figures: {
      oursP50Ms: round(p50.ours),
      oursP95Ms: round(percentile(sorted.ours, 0.95)),
      floorP50Ms: round(p50.floor),
      floorP95Ms: round(percentile(sorted.floor, 0.95)),
      rounds,
    },
  };
};
