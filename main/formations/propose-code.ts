import type { Deps } from "../deps.ts";
import { impossible } from "../errors.ts";

/** The next free code, `F731`; or the next « tiret » of a code, `F724-3` (G5). */
export const proposeCode =
  (deps: Deps) =>
  async (base?: string): Promise<{ code: string }> => {
    return deps.store.read(async (tx) => {
      const all = [...(await tx.formations.list()), ...(await tx.formations.list({ archivees: true }))];
      const taken = new Set(
        all
          .flatMap((one) => [one.code, ...one.variantes.map((variante) => variante.code)])
          .map((code) => code.toUpperCase()),
      );
      if (base && /^F\d{2,3}$/i.test(base)) {
        for (let n = 2; n <= 9; n++)
          if (!taken.has(`${base.toUpperCase()}-${n}`)) return { code: `${base.toUpperCase()}-${n}` };
        throw impossible("Cette formation a déjà huit variantes\u00a0: créez une nouvelle formation.");
      }
      const numbers = [...taken].map((code) => Number(/^F(\d{2,3})/.exec(code)?.[1] ?? 0));
      for (let n = Math.max(100, ...numbers) + 1; n <= 999; n++)
        if (!taken.has(`F${n}`)) return { code: `F${n}` };
      for (let n = 10; n <= 999; n++) if (!taken.has(`F${n}`)) return { code: `F${n}` };
      throw impossible(
        "Tous les codes d’accès sont pris\u00a0: archivez d’anciennes formations et renommez leurs codes.",
      );
    });
  };
