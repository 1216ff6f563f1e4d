import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import type { commonGestures } from "../../shared/api/gestures.ts";
import type { Actor, Deps } from "../deps.ts";
import { attachCerfa } from "../entry/attach-cerfa.ts";
import { carryDates, confirmDates } from "../entry/dates.ts";
import { explainField } from "../entry/explain.ts";
import { proposePay } from "../entry/propose-pay.ts";
import { revealNir } from "../entry/reveal-nir.ts";
import { validateTab } from "../entry/validate-tab.ts";
import { writeFields } from "../entry/write-fields.ts";
import { bytesOf } from "../files.ts";
import { readDossier } from "../lists/read.ts";
import { freezeDossier } from "../review/freeze-dossier.ts";
import { moveDossier } from "../review/move-dossier.ts";
import { requestValidation } from "../review/request-validation.ts";

type Common = typeof commonGestures;
type Inputs = InferContractRouterInputs<Common>;
type Outputs = InferContractRouterOutputs<Common>;
type Gestures = { [G in keyof Common]: (actor: Actor, input: Inputs[G]) => Promise<Outputs[G]> };

/** What both doors do to a dossier: each gesture names its use case, nothing else happens here. */
const gestures = (deps: Deps): Gestures => {
  const move = moveDossier(deps);
  return {
    lire: (actor, { id }) => readDossier(deps)(actor, id),
    ecrire: (actor, { id, changements }) => writeFields(deps)(actor, id, changements),
    validerOnglet: (actor, { id, onglet }) => validateTab(deps)(actor, id, onglet),
    reporterDates: (actor, { id, version }) => carryDates(deps)(actor, id, version),
    confirmerDates: (actor, { id, version }) => confirmDates(deps)(actor, id, version),
    proposerRemuneration: (actor, { id, version }) => proposePay(deps)(actor, id, version),
    joindreCerfa: async (actor, { id, version, fichier }) =>
      attachCerfa(deps)(actor, id, version, { nom: fichier.name, contenu: await bytesOf(fichier) }),
    demander: (actor, { id, version }) => requestValidation(deps)(actor, id, version),
    retirer: (actor, { id, version }) => move(actor, "retirer", id, version),
    valider: (actor, { id, version }) => freezeDossier(deps)(actor, id, version),
    retourner: (actor, { id, version, motif }) => move(actor, "retourner", id, version, motif),
    revelerNir: (actor, { id }) => revealNir(deps)(actor, id),
    pourquoi: (actor, { id, champ }) => explainField(deps)(actor, id, champ),
  };
};

/** Whatever implements a gesture on a door: the types of each are its contract’s, held by `Gestures` above. */
type Door = { readonly [G in keyof Common]: { handler(run: never): unknown } };
type Implemented<D extends Door> = { [G in keyof Common]: ReturnType<D[G]["handler"]> };

/** The common gestures, implemented on a door that knows its actor: the same list behind both. */
export const onDoor = <D extends Door>(deps: Deps, door: D): Implemented<D> => {
  const implemented = Object.entries(gestures(deps)).map(([name, run]) => {
    const called = ({ context, input }: { context: { actor: Actor }; input: never }) =>
      run(context.actor, input);
    return [name, door[name as keyof Common].handler(called as never)];
  });
  return Object.fromEntries(implemented) as Implemented<D>;
};
