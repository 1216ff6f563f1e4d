import type { App } from "../app.ts";
import { sentenceOf } from "../errors.ts";

/** Starts the portal beside the staff application, and says where: « Portail: <url> », or why not. */
export const announcePortal = (app: Pick<App, "portal">): Promise<void> =>
  app.portal.start().then(
    (url) => {
      process.stdout.write(`Portail: ${url}\n`);
    },
    (error: unknown) => {
      process.stderr.write(`Portail non démarré\u00a0: ${sentenceOf(error) ?? "erreur inattendue."}\n`);
    },
  );
