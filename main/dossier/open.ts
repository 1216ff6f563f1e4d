import type { Dossier, DossierChange, Instantane, Tx } from "../../db/ports.ts";
import type { DossierVue, Formation, Invitation } from "../../shared/api/models.ts";
import type { StepExtra, StepName } from "../../shared/catalogues/mails.ts";
import type { DossierContext, DossierData, FormVersion } from "../../shared/dossier/kernel.ts";
import { type Action, type DossierFacts, decide, type Etat } from "../../shared/workflow/index.ts";
import type { Actor, Deps } from "../deps.ts";
import { conflit, impossible, interdit, introuvable } from "../errors.ts";
import { announce } from "./announce.ts";
import { auditBy, changesBetween } from "./change.ts";
import { factsOf } from "./facts.ts";
import {
  asStored,
  type Circumstances,
  circumstances,
  contextOf,
  type Judgement,
  judgeChange,
  judgementOf,
  liveForm,
} from "./judge.ts";
import { viewFrom } from "./view.ts";

/** Staff see every dossier, a secrétaire only those of her formations; the system and the CLI see all. */
export const maySee = (actor: Actor, formationId: string): boolean =>
  actor.role === "systeme" || actor.formations.length === 0 || actor.formations.includes(formationId);

interface Opened {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly dossier: Dossier;
  readonly formation: Formation;
  readonly judgement: Judgement;
  readonly now: Circumstances;
  readonly frozen: Instantane | undefined;
  /** Read once a transaction, when something needs them. */
  readonly invitations: { list?: readonly Invitation[] };
}

/**
 * A dossier in the hands of one person, inside one transaction: what every use case opens, asks, changes and shows.
 * Each change gives the dossier as it has become; nothing is read or judged twice.
 */
export class OpenDossier {
  readonly #of: Opened;
  readonly facts: DossierFacts;
  constructor(of: Opened) {
    this.#of = of;
    this.facts = factsOf(of.dossier, of.formation, of.judgement);
  }
  get id(): string {
    return this.#of.dossier.id;
  }
  get dossier(): Dossier {
    return this.#of.dossier;
  }
  get formation(): Formation {
    return this.#of.formation;
  }
  get judgement(): Judgement {
    return this.#of.judgement;
  }
  get now(): Circumstances {
    return this.#of.now;
  }
  /** The snapshot of a validated dossier. */
  get frozen(): Instantane | undefined {
    return this.#of.frozen;
  }
  /** The form version it is read by: of its freezing once frozen, in force today until then. */
  get form(): FormVersion {
    return this.#of.frozen?.form ?? liveForm(this.#of.dossier.data, this.#of.now.today);
  }
  /** What is shown and printed: the snapshot once frozen. */
  get data(): DossierData {
    return this.#of.frozen?.contenu.data ?? this.#of.dossier.data;
  }
  get context(): DossierContext {
    return contextOf(this.data, this.#of.frozen?.contenu ?? this.#of.formation, this.form);
  }
  async invitations(): Promise<readonly Invitation[]> {
    const { invitations, tx } = this.#of;
    invitations.list ??= await tx.invitations.ofDossier(this.id);
    return invitations.list;
  }

  /** The transition table decides; this turns its answer into an error. Gives the state the action leads to. */
  assert(action: Action): Etat {
    const { actor, dossier } = this.#of;
    // The system does what an administrator may: the state and its conditions hold for it too.
    const decision = decide(action, actor.role === "systeme" ? "administrateur" : actor.role, this.facts);
    if (decision.ok) return decision.to ?? dossier.etat;
    throw decision.cause === "role" ? interdit(decision.raison) : impossible(decision.raison);
  }
  /** The gesture was decided on this version: somebody else’s write in between is shown first. */
  assertVersion(seen: number): void {
    if (this.#of.dossier.version !== seen) throw conflit(this.#of.dossier.version);
  }

  /**
   * The one way data change: judged once, columns kept in step with the fields they mirror. Dates touched by a person
   * are no longer provisional (G12). Values are those of the schema’s formats already.
   */
  async change(data: DossierData, extra: DossierChange = {}): Promise<OpenDossier> {
    const { tx, dossier, formation, now } = this.#of;
    const judgement = await judgeChange(tx, now, dossier, data, formation);
    const moved = (id: string): boolean => data[id] !== dossier.data[id];
    const after = await tx.dossiers.update(
      dossier.id,
      {
        data,
        ...asStored(judgement),
        ...(data.contrat === "apprentissage" || data.contrat === "professionnalisation"
          ? { contrat: data.contrat }
          : {}),
        ...(data.niveauSaisie === "complete" || data.niveauSaisie === "simple"
          ? { niveauSaisie: data.niveauSaisie }
          : {}),
        ...(moved("dateDebutExecution") || moved("dateFinContrat") ? { datesProvisoires: false } : {}),
        ...extra,
      },
      dossier.version,
    );
    return this.#as(after, { judgement });
  }
  /** Changes what is not data: the judgement stays, and is stored with the write when it had to be made again. */
  async move(change: Omit<DossierChange, "data">): Promise<OpenDossier> {
    const { tx, dossier, judgement } = this.#of;
    return this.#as(
      await tx.dossiers.update(
        dossier.id,
        // A frozen dossier keeps the judgement of its freezing.
        dossier.etat === "valide" ? change : { ...asStored(judgement), ...change },
        dossier.version,
      ),
    );
  }
  /** Copied into an immutable snapshot, with the judgement that let it be frozen (G20). */
  async freeze(frame: Parameters<Tx["dossiers"]["freeze"]>[1]): Promise<OpenDossier> {
    const { tx, dossier, actor, judgement } = this.#of;
    const { dossier: after, instantane } = await tx.dossiers.freeze(
      dossier,
      frame,
      actor.nom,
      this.form,
      asStored(judgement),
    );
    return this.#as(after, { frozen: instantane });
  }
  /** Reopens: the snapshot stays in history, and today’s rules judge again. */
  async unfreeze(): Promise<OpenDossier> {
    const { tx, dossier, formation, now } = this.#of;
    // The economic review may have moved the row meanwhile.
    const fresh = (await tx.dossiers.byId(dossier.id)) ?? dossier;
    const after = await tx.dossiers.unfreeze(dossier.id, fresh.version);
    const { judgement } = await judgementOf(tx, now, after, formation);
    return this.#as(after, { judgement, frozen: undefined });
  }

  /** One line of the history, with the values it changed. */
  async record(action: string, phrase: string, from?: DossierData): Promise<void> {
    const { tx, actor, dossier } = this.#of;
    await tx.audit.record(
      auditBy(actor, {
        action,
        dossierId: dossier.id,
        phrase,
        ...(from ? { changements: changesBetween(from, dossier.data, this.form) } : {}),
      }),
    );
  }
  /** A step told by mail to those the catalogue names. */
  async say<N extends StepName>(
    name: N,
    ...extra: keyof StepExtra<N> extends never ? [] : [StepExtra<N>]
  ): Promise<void> {
    const { tx, dossier, formation } = this.#of;
    await announce(
      tx,
      name,
      { dossier, formation, cfa: await tx.reglages.cfa(), invitations: () => this.invitations() },
      ...extra,
    );
  }

  /** The dossier as this person’s screen shows it. */
  async view(): Promise<DossierVue> {
    return viewFrom(this.#of.actor, this, await this.invitations());
  }
  /** Somebody was invited, or no longer is: the list is read again when asked for. */
  invitationsMoved(): void {
    delete this.#of.invitations.list;
  }

  #as(dossier: Dossier, change: Partial<Pick<Opened, "judgement" | "frozen">> = {}): OpenDossier {
    return new OpenDossier({ ...this.#of, dossier, ...change });
  }
}

/** A portal person’s quality on this very dossier, read in this transaction: an access taken away counts at once. */
const holdsIt = async (tx: Tx, actor: Actor, id: string): Promise<boolean> =>
  actor.compteId !== undefined &&
  (await tx.invitations.qualitesOn(actor.compteId, id)).some((qualite) => qualite === actor.role);

/** The dossier, its formation, its judgement; or « introuvable » for whoever may not see it: existence is not disclosed. */
export const open = async (deps: Deps, tx: Tx, actor: Actor, id: string): Promise<OpenDossier> => {
  const dossier = await tx.dossiers.byId(id);
  if (!dossier || !maySee(actor, dossier.formationId)) throw introuvable("Dossier");
  if (actor.porte === "portail" && !(await holdsIt(tx, actor, id))) throw introuvable("Dossier");
  const formation = await tx.formations.byId(dossier.formationId);
  if (!formation) throw introuvable("Formation");
  const now = await circumstances(tx, deps.now());
  const frozen = dossier.etat === "valide" ? await tx.dossiers.instantane(dossier.id) : undefined;
  const { judgement } = await judgementOf(tx, now, dossier, formation);
  return new OpenDossier({ deps, tx, actor, dossier, formation, judgement, now, frozen, invitations: {} });
};
