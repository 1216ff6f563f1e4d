/**
 * A clock that starts at a given time and runs from there, so that the same demonstration shows the same dates whenever
 * its screens are taken again. It stands alone: a page receives its text.
 */
export const startClockAt = (time: string): void => {
  const offset = Date.parse(time) - Date.now();
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...args: ConstructorParameters<typeof Date> | []) {
      if (args.length === 0) super(Real.now() + offset);
      else super(...(args as ConstructorParameters<typeof Date>));
    }
    static override now(): number {
      return Real.now() + offset;
    }
  } as DateConstructor;
};

// Loaded before a host (`NODE_OPTIONS=--import`), its processes and its threads.
if (process.env.CACTUS_ECRANS_HEURE) startClockAt(process.env.CACTUS_ECRANS_HEURE);
