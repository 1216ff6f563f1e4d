import type { Smtp } from "../../shared/api/staff/office.ts";
import { parts, todayInParis } from "../../shared/dossier/calendar.ts";
import type { Deps } from "../deps.ts";
import { portalSettings } from "../dossier/portal-address.ts";
import { Sentence } from "../errors.ts";
import { firstFreePort } from "./free-port.ts";
import { type DemoAccount, seedDemo } from "./seed.ts";

/** Points the demonstration’s mail at its embedded sink, and makes its CFA the first time. */
export const ensureDemo = async (deps: Deps, sink: { port: number }): Promise<readonly DemoAccount[]> => {
  const smtp: Smtp = {
    hote: "127.0.0.1",
    port: sink.port,
    tls: "aucun",
    expediteurNom: "CFA des Calanques (démonstration)",
    expediteurCourriel: "ne-pas-repondre@cfa-calanques.example",
    debitParMinute: 600,
  };
  await deps.store.write((tx) => tx.reglages.set("smtp", smtp));
  return makeDemo(deps);
};

/** The demonstration CFA; made once, in a folder of its own. Refuses a folder that holds a real CFA. */
export const makeDemo = async (deps: Deps): Promise<readonly DemoAccount[]> => {
  const known = await deps.store.read(async (tx) => ({
    demo: await tx.reglages.get<{ comptes: readonly DemoAccount[] }>("demo"),
    cfa: await tx.reglages.cfa(),
  }));
  if (known.demo) return known.demo.comptes;
  if (known.cfa)
    throw new Sentence(
      "Ce dossier contient déjà un CFA réel\u00a0: choisissez un autre dossier pour la démonstration (--data).",
    );
  // Its first mails already name the address of its portal.
  const port = await firstFreePort((await deps.store.read(portalSettings)).port);
  await deps.store.write((tx) => tx.reglages.set("portail", { port }));
  const { year, month } = parts(todayInParis(deps.now()));
  return seedDemo(deps, `${month >= 9 ? year : year - 1}-09-01`);
};
