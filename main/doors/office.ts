import { makeDiagnostic } from "../admin/diagnostic.ts";
import { backUp, readJournal, verifyAll } from "../admin/maintenance.ts";
import { configurePortal, type PortalControl } from "../admin/portal-control.ts";
import {
  readCfaSettings,
  readDirectory,
  readSmic,
  saveCfaSettings,
  saveDirectory,
  saveSmic,
  storeLogo,
} from "../admin/settings.ts";
import type { Deps } from "../deps.ts";
import { bytesOf, zipFile } from "../files.ts";
import { readAlerts } from "../lists/alerts.ts";
import { readDashboard } from "../lists/dashboard.ts";
import type { Authed } from "./staff-door.ts";

export const adminRouter = (deps: Deps, portal: PortalControl, { tableau, reglages }: Authed) => {
  return {
    tableau: {
      lire: tableau.lire.handler(({ context }) => readDashboard(deps)(context.actor)),
      alertes: tableau.alertes.handler(({ context, input }) =>
        readAlerts(deps)(context.actor, input.curseur),
      ),
    },
    reglages: {
      lireCfa: reglages.lireCfa.handler(({ context }) => readCfaSettings(deps)(context.actor)),
      modifierCfa: reglages.modifierCfa.handler(({ context, input }) =>
        saveCfaSettings(deps)(context.actor, input.cfa, input.delais),
      ),
      deposerLogo: reglages.deposerLogo.handler(async ({ context, input }) =>
        storeLogo(deps)(context.actor, { nom: input.fichier.name, contenu: await bytesOf(input.fichier) }),
      ),
      portail: reglages.portail.handler(() => portal.state()),
      configurerPortail: reglages.configurerPortail.handler(({ context, input }) =>
        configurePortal(deps)(context.actor, input),
      ),
      demarrerPortail: reglages.demarrerPortail.handler(async ({ context }) => portal.startBy(context.actor)),
      arreterPortail: reglages.arreterPortail.handler(async ({ context }) => portal.stopBy(context.actor)),
      lireSmic: reglages.lireSmic.handler(({ context }) => readSmic(deps)(context.actor)),
      modifierSmic: reglages.modifierSmic.handler(({ context, input }) =>
        saveSmic(deps)(context.actor, input),
      ),
      lireAnnuaire: reglages.lireAnnuaire.handler(({ context }) => readDirectory(deps)(context.actor)),
      modifierAnnuaire: reglages.modifierAnnuaire.handler(({ context, input }) =>
        saveDirectory(deps)(context.actor, input),
      ),
      verifier: reglages.verifier.handler(() => verifyAll(deps)()),
      sauvegarder: reglages.sauvegarder.handler(({ context }) => backUp(deps)(context.actor)),
      diagnostic: reglages.diagnostic.handler(async () => zipFile(await makeDiagnostic(deps))),
      journal: reglages.journal.handler(({ input }) => readJournal(deps)(input.curseur)),
    },
  };
};
