import { createRouterClient } from "@orpc/server";
import type { Compte } from "../../../db/ports.ts";
import { openSession } from "../../../main/access/session.ts";
import { portalRouter } from "../../../main/doors/portal.ts";
import type { PortalContext } from "../../../main/doors/portal-door.ts";
import { prepareInvitation, recordInvitation } from "../../../main/dossier/invite.ts";
import type { DossierVue, Formation } from "../../../shared/api/models.ts";
import type { PortalClient } from "../../../shared/api/portal/index.ts";
import { aCore, actor, type TestCore, withCfa } from "../../builders/core.ts";
import { filled } from "../../builders/dossier.ts";
import { aCompleteApprentissage } from "../../builders/dossier-data.ts";
import { aFormation } from "../../builders/formation.ts";

export const persons = [
  "anonyme",
  "alternant",
  "autreAlternant",
  "entreprise",
  "autreEntreprise",
  "formation",
  "autreFormation",
] as const;
export type Person = (typeof persons)[number];

export interface PortalWorld {
  readonly core: TestCore;
  readonly dossier: DossierVue;
  readonly formation: Formation;
  /** The portal contract as this person reaches it, session and all. */
  as(person: Person): PortalClient;
  cookieOf(context: PortalContext): string | null | undefined;
  clientWith(context: PortalContext): PortalClient;
  close(): Promise<void>;
}

/** Two formations, each with a complete dossier, its alternant, its company contact and its head. */
export const aPortalWorld = async (): Promise<PortalWorld> => {
  const core = await aCore();
  const formation = await withCfa(core);
  const other = await core.deps.store.write((tx) =>
    tx.formations.create(
      aFormation({
        titre: "Autre master",
        code: "F801",
        variantes: [],
        responsable: { nom: "Autre Responsable", courriel: "autre.responsable@example.fr" },
      }),
    ),
  );
  const dossier = await filled(core, formation);
  await filled(
    core,
    other,
    aCompleteApprentissage({
      apprentiCourriel: "autre.alternant@example.fr",
      apprentiNomNaissance: "Rossi",
      contactEntrepriseCourriel: "autre.entreprise@example.fr",
      maitre1Nom: "Autre",
    }),
  );
  for (const one of [formation, other]) {
    const prepared = await prepareInvitation(core.deps)(one.responsable);
    await core.deps.store.write((tx) =>
      recordInvitation(core.deps)(tx, actor(), prepared, { qualite: "formation", formation: one }),
    );
  }
  const addresses: Readonly<Record<Exclude<Person, "anonyme">, string>> = {
    alternant: "lea.arnaud-delmas@example.fr",
    autreAlternant: "autre.alternant@example.fr",
    entreprise: "samira.benali@calanques-conseil.example.fr",
    autreEntreprise: "autre.entreprise@example.fr",
    formation: formation.responsable.courriel,
    autreFormation: other.responsable.courriel,
  };
  const accounts = new Map<Person, Compte>();
  for (const [person, courriel] of Object.entries(addresses) as [Exclude<Person, "anonyme">, string][]) {
    const compte = await core.deps.store.write(async (tx) => {
      const found = await tx.comptes.byCourriel("portail", courriel);
      if (!found) throw new Error(`no account for ${person}`);
      // Each has already chosen a password.
      await tx.comptes.update(found.id, { provisoire: false, provisoireExpire: undefined });
      await openSession(core.deps, tx, found, "portail");
      return (await tx.comptes.byId(found.id)) as Compte;
    });
    accounts.set(person, compte);
  }
  const router = portalRouter(core);
  const clientWith = (context: PortalContext): PortalClient =>
    createRouterClient(router, { context }) as unknown as PortalClient;
  return {
    core,
    dossier,
    formation,
    clientWith,
    cookieOf: (context) => context.cookie.jeton,
    as: (person) => {
      const compte = accounts.get(person);
      return clientWith({
        from: `test-${person}`,
        cookie: {},
        ...(compte ? { person: { compte, sessionId: "test" } } : {}),
      });
    },
    close: () => core.close(),
  };
};
