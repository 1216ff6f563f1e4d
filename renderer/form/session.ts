import type { FieldConflict } from "../../shared/catalogues/errors.ts";
import { findField, isShown } from "../../shared/dossier/index.ts";
import type {
  DossierContext,
  DossierData,
  Field,
  FormVersion,
  Onglet,
  Value,
} from "../../shared/dossier/kernel.ts";
import { frenchError, hasCode, isOffline } from "../ui/errors.ts";
import { type Drafts, readDrafts, writeDrafts } from "./draft-store.ts";
import type { FormPort, FormView, Raw, WriteAnswer } from "./model.ts";
import { judge, sendable, written } from "./written.ts";

/**
 * One field being typed. `base` is what the screen showed when typing began: the server compares it with what it
 * holds, so that two people in one dossier never overwrite each other.
 */
export interface Entry {
  readonly raw: Raw;
  readonly base: Value | null;
  readonly etat: "a-envoyer" | "envoi" | "enregistre" | "refuse";
  /** Shown under the field once it has been left, or refused by the server. */
  readonly message?: string;
  readonly conflit?: FieldConflict;
}

/** repos: nothing typed yet · bloque: the server refuses to write at all (`erreur` says why). */
export type SaveState =
  | "repos"
  | "attente"
  | "envoi"
  | "enregistre"
  | "hors-connexion"
  | "a-corriger"
  | "bloque";

export interface SessionState<V extends FormView = FormView> {
  readonly view: V;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly statut: SaveState;
  readonly erreur?: string;
  /** How many fields came back from the drafts of this workstation. */
  readonly repris: number;
  /** Stored data with what is typed over it: conditions, green fields and missing lists follow the typing. */
  readonly ctx: DossierContext;
}

export interface SessionOptions {
  readonly delayMs?: number;
  readonly retryMs?: readonly number[];
  readonly store?: Pick<Storage, "getItem" | "setItem" | "removeItem">;
}

const unsaved = (entry: Entry): boolean => entry.etat !== "enregistre";

/** Saving as one types: a queue of fields, one call at a time, retries, drafts, conflicts. Knows no screen. */
export class FormSession<V extends FormView> {
  private state: SessionState<V>;
  private readonly listeners = new Set<() => void>();
  private readonly port: FormPort<V>;
  private readonly delayMs: number;
  private readonly retryMs: readonly number[];
  private readonly store: SessionOptions["store"];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private inFlight: Promise<void> | undefined;
  private focused: string | undefined;
  private failures = 0;

  constructor(view: V, port: FormPort<V>, options: SessionOptions = {}) {
    this.port = port;
    this.delayMs = options.delayMs ?? 600;
    this.retryMs = options.retryMs ?? [2000, 4000, 8000, 15_000, 30_000];
    this.store = options.store;
    const entries = this.restore(view);
    this.state = this.make({
      view,
      entries,
      statut: entries.size > 0 ? "attente" : "repos",
      repris: entries.size,
    });
    if (entries.size > 0) {
      this.judgeAll();
      this.schedule(0);
    }
  }

  getState = (): SessionState<V> => this.state;
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A view from elsewhere (read again, a gesture): older ones are ignored, what is being typed stays. */
  receive = (view: V): void => {
    if (view.id !== this.state.view.id || view.version < this.state.view.version || view === this.state.view)
      return;
    this.set({ view });
  };

  /** A gesture answered (validate, carry dates…): its view becomes the one shown, here and in the app. */
  adopt = (view: V): void => {
    this.receive(view);
    this.port.onView?.(view);
  };

  focus = (champ: string): void => {
    this.focused = champ;
  };

  type = (champ: string, raw: Raw): void => {
    const field = findField(champ);
    if (!field) return;
    const before = this.state.entries.get(champ);
    const base = before?.base ?? this.stored(champ);
    const judged = judge(field, raw, this.form);
    const same = judged.ok && judged.value === base && !before?.conflit && !field.sensitive;
    const message = before?.message && !judged.ok ? judged.message : undefined;
    this.put(champ, {
      raw,
      base,
      etat: same ? "enregistre" : "a-envoyer",
      ...(message ? { message } : {}),
      ...(before?.conflit ? { conflit: before.conflit } : {}),
    });
    this.schedule(this.delayMs);
  };

  /** Leaving a field judges it at once, then saves it without waiting. */
  leave = (champ: string): void => {
    if (this.focused === champ) this.focused = undefined;
    const entry = this.state.entries.get(champ);
    const field = findField(champ);
    if (!entry || !field) return;
    const judged = judge(field, entry.raw, this.form);
    if (!judged.ok) this.put(champ, { ...entry, etat: "refuse", message: judged.message });
    else if (entry.etat === "enregistre") this.drop(champ);
    else this.schedule(0);
  };

  /** Chosen in a list or ticked: judged and sent at once. */
  choose = (champ: string, raw: Raw): void => {
    this.type(champ, raw);
    this.schedule(0);
  };

  /** Gives up what was typed in a field and shows the stored value again. */
  discard = (champ: string): void => {
    this.drop(champ);
    this.refreshStatus();
  };

  keepMine = (champ: string): void => {
    const entry = this.state.entries.get(champ);
    if (!entry?.conflit) return;
    this.put(champ, { raw: entry.raw, base: entry.conflit.actuel, etat: "a-envoyer" });
    this.schedule(0);
  };
  takeTheirs = (champ: string): void => this.discard(champ);

  dismissRestored = (): void => this.set({ repris: 0 });

  /** Saves everything now (Ctrl+S, before a gesture); true when nothing is left to save, correct or choose. */
  settle = async (): Promise<boolean> => {
    clearTimeout(this.timer);
    this.judgeAll();
    for (let pass = 0; pass < 3; pass += 1) {
      await this.inFlight;
      if (this.batch().length === 0) break;
      await this.flush();
      if (this.state.statut === "hors-connexion" || this.state.statut === "bloque") return false;
    }
    this.giveUpHidden();
    return ![...this.state.entries.values()].some(unsaved);
  };

  retry = (): void => {
    this.failures = 0;
    this.schedule(0);
  };

  /** The last words of a screen that closes: what can leave leaves, the rest is in the drafts. */
  dispose = (): void => {
    clearTimeout(this.timer);
    if (this.batch().length > 0) void this.flush();
  };

  /** The screen is back (unlocked, shown again): what was left goes on. */
  resume = (): void => {
    if ([...this.state.entries.values()].some(unsaved)) this.retry();
  };

  /** The tab’s « Valider »: saves first, then asks the server. */
  validate = async (onglet: Onglet): Promise<void> => this.adopt(await this.port.validate(onglet));
  explain = (champ: string) => this.port.explain?.(champ);
  reveal = (champ: string) => this.port.reveal?.(champ);
  get canExplain(): boolean {
    return this.port.explain !== undefined;
  }

  /** What the control of a field shows. */
  shown = (field: Field): Raw =>
    this.state.entries.get(field.id)?.raw ?? written(field, this.stored(field.id), this.form);

  private get form(): FormVersion {
    return this.state.view.form;
  }
  private stored(champ: string): Value | null {
    return this.state.view.data[champ] ?? null;
  }

  private restore(view: V): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const [champ, { raw, base }] of Object.entries(this.store ? readDrafts(this.store, view.id) : {})) {
      const field = findField(champ);
      if (!field || field.sensitive) continue;
      const judged = judge(field, raw, view.form);
      if (judged.ok && judged.value === (view.data[champ] ?? null)) continue;
      entries.set(champ, { raw, base, etat: "a-envoyer" });
    }
    return entries;
  }

  /** What another answer hid can no longer be corrected: kept refused, it would hold every gesture back for ever. */
  private giveUpHidden(): void {
    for (const [champ, { etat, conflit }] of this.state.entries) {
      const field = findField(champ);
      if (field && etat === "refuse" && !conflit && !isShown(field, this.state.ctx)) this.drop(champ);
    }
    this.refreshStatus();
  }

  private judgeAll(): void {
    for (const [champ, entry] of this.state.entries) {
      const field = findField(champ);
      if (!field || entry.etat !== "a-envoyer") continue;
      const judged = judge(field, entry.raw, this.form);
      if (!judged.ok) this.put(champ, { ...entry, etat: "refuse", message: judged.message });
    }
  }

  private batch(): [string, Entry][] {
    return [...this.state.entries].filter(([champ, entry]) => {
      if (entry.etat !== "a-envoyer" || entry.conflit) return false;
      const field = findField(champ);
      return field !== undefined && judge(field, entry.raw, this.form).ok;
    });
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    this.refreshStatus();
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async flush(): Promise<void> {
    if (this.inFlight) return this.inFlight;
    const batch = this.batch();
    if (batch.length === 0) return this.refreshStatus();
    for (const [champ, entry] of batch) this.put(champ, { ...entry, etat: "envoi" });
    this.set({ statut: "envoi", erreur: undefined });
    const sent = new Map(batch);
    const changements = batch.map(([champ, { raw, base }]) => ({ champ, avant: base, apres: sendable(raw) }));
    this.inFlight = this.port
      .write(changements)
      .then((answer) => this.acknowledge(sent, answer))
      .catch((error: unknown) => this.failed(sent, error))
      .finally(() => {
        this.inFlight = undefined;
        if (
          this.state.statut !== "hors-connexion" &&
          this.state.statut !== "bloque" &&
          this.batch().length > 0
        )
          this.schedule(this.delayMs);
      });
    return this.inFlight;
  }

  private acknowledge(sent: ReadonlyMap<string, Entry>, { dossier, refus, conflits }: WriteAnswer<V>): void {
    this.failures = 0;
    const entries = new Map(this.state.entries);
    for (const [champ, was] of sent) {
      const now = entries.get(champ);
      if (!now) continue;
      const refused = refus.find((one) => one.champ === champ);
      const conflit = conflits.find((one) => one.champ === champ);
      const base = conflit || refused ? now.base : (dossier.data[champ] ?? null);
      const retyped = now.raw !== was.raw;
      if (conflit) entries.set(champ, { ...now, etat: "refuse", conflit });
      else if (retyped) entries.set(champ, { raw: now.raw, base, etat: "a-envoyer" });
      else if (refused) entries.set(champ, { ...now, etat: "refuse", message: refused.message });
      else if (this.focused === champ) entries.set(champ, { raw: now.raw, base, etat: "enregistre" });
      else entries.delete(champ);
    }
    this.set({ entries, ...(dossier.version >= this.state.view.version ? { view: dossier } : {}) });
    this.refreshStatus(true);
    this.port.onView?.(dossier);
  }

  private failed(sent: ReadonlyMap<string, Entry>, error: unknown): void {
    const entries = new Map(this.state.entries);
    for (const champ of sent.keys()) {
      const now = entries.get(champ);
      if (now?.etat === "envoi") entries.set(champ, { ...now, etat: "a-envoyer" });
    }
    if (isOffline(error) && !hasCode(error, "NON_CONNECTE")) {
      this.set({ entries, statut: "hors-connexion", erreur: undefined });
      const wait = this.retryMs[Math.min(this.failures, this.retryMs.length - 1)] ?? 30_000;
      this.failures += 1;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.flush(), wait);
    } else this.set({ entries, statut: "bloque", erreur: frenchError(error) });
  }

  private refreshStatus(saved = false): void {
    const entries = [...this.state.entries.values()];
    const { statut } = this.state;
    const next: SaveState =
      this.inFlight && !saved
        ? "envoi"
        : this.batch().length > 0
          ? statut === "hors-connexion"
            ? "hors-connexion"
            : "attente"
          : entries.some(unsaved)
            ? "a-corriger"
            : saved || statut !== "repos"
              ? "enregistre"
              : "repos";
    if (next !== statut) this.set({ statut: next, erreur: undefined });
  }

  private put(champ: string, entry: Entry): void {
    this.set({ entries: new Map(this.state.entries).set(champ, entry) });
  }
  private drop(champ: string): void {
    const entries = new Map(this.state.entries);
    if (entries.delete(champ)) this.set({ entries });
  }

  private set(change: Partial<Omit<SessionState<V>, "ctx">>): void {
    const before = this.state;
    this.state = this.make({ ...before, ...change });
    if (change.entries) this.saveDrafts();
    for (const listener of this.listeners) listener();
  }

  private make(state: Omit<SessionState<V>, "ctx"> & { ctx?: DossierContext }): SessionState<V> {
    const before = this.state as SessionState<V> | undefined;
    if (before && before.view === state.view && before.entries === state.entries)
      return { ...state, ctx: before.ctx };
    return {
      ...state,
      ctx: {
        data: effectiveData(state.view.data, state.entries, state.view.form),
        mission: state.view.mission,
        form: state.view.form,
      },
    };
  }

  private saveDrafts(): void {
    if (!this.store) return;
    const drafts: Record<string, Drafts[string]> = {};
    for (const [champ, entry] of this.state.entries) {
      if (unsaved(entry) && !findField(champ)?.sensitive)
        drafts[champ] = { raw: entry.raw, base: entry.base };
    }
    writeDrafts(this.store, this.state.view.id, drafts);
  }
}

/** An invalid entry is not an empty one: it is kept as typed, conditions ignore what they cannot read. */
export const effectiveData = (
  data: DossierData,
  entries: ReadonlyMap<string, Entry>,
  form: FormVersion,
): DossierData => {
  if (entries.size === 0) return data;
  const out: Record<string, Value | undefined> = { ...data };
  for (const [champ, { raw }] of entries) {
    const field = findField(champ);
    if (!field) continue;
    const judged = judge(field, raw, form);
    const value = judged.ok ? judged.value : raw;
    if (value === null || value === "" || value === false) delete out[champ];
    else out[champ] = value;
  }
  return out as DossierData;
};
