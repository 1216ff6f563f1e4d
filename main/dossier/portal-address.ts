import type { Tx } from "../../db/ports.ts";

export interface PortalSettings {
  /** Public address in mails, e.g. https://cactus.cfa-epure.com; absent: the loopback one. */
  readonly adressePublique?: string;
  readonly port: number;
}
export const defaultPortalPort = 4780;

export const portalSettings = async (tx: Tx): Promise<PortalSettings> =>
  (await tx.reglages.get<PortalSettings>("portail")) ?? { port: defaultPortalPort };

/** The address written in mails: where alternants and companies sign in (G1). No trailing slash. */
export const portalUrl = async (tx: Tx): Promise<string> => {
  const { adressePublique, port } = await portalSettings(tx);
  return (adressePublique || `http://127.0.0.1:${port}`).replace(/\/+$/, "");
};
