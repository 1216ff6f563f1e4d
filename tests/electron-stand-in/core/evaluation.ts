/**
 * The evaluation of an entry module. Electron pumps Node’s loop until the module is evaluated and only then goes on to
 * « ready » (lib/browser/init.ts, appCodeLoaded; shell/common/node_bindings.cc, JoinAppCode): an entry that awaits ready
 * at its top level never ends, and the process stays there, silent.
 *
 * It is told from a slow evaluation without a clock: once the loop has turned, and nothing that was not there before is
 * left to wake it, nothing can end that promise but « ready », which comes after it.
 */
export const DEADLOCK =
  "deadlock: entry evaluation pends on ready, which comes only once the entry is evaluated (electron/electron #40719)";

const awake = (): number => process.getActiveResourcesInfo().length;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const evaluated = async (entry: () => unknown): Promise<void> => {
  const before = awake();
  let ended = false;
  const evaluation = (async () => entry())().finally(() => {
    ended = true;
  });
  evaluation.catch(() => {});
  for (let idle = 0; !ended; ) {
    await turn();
    idle = awake() > before ? 0 : idle + 1;
    if (idle > 100) throw new Error(DEADLOCK);
  }
  await evaluation;
};
