/** The last dossiers this account opened in this window: they outlive a reload, not the session. */
export interface Recent {
  readonly id: string;
  readonly reference: string;
  readonly nom: string;
}

const KEPT = 6;
const keyOf = (compteId: string): string => `cactus.recents.${compteId}`;

/** The newest first, each once. */
export const withRecent = (before: readonly Recent[], one: Recent): readonly Recent[] =>
  [one, ...before.filter(({ id }) => id !== one.id)].slice(0, KEPT);

export const recentDossiers = (compteId: string): readonly Recent[] =>
  JSON.parse(sessionStorage.getItem(keyOf(compteId)) ?? "[]") as readonly Recent[];

export const rememberDossier = (compteId: string, one: Recent): void =>
  sessionStorage.setItem(keyOf(compteId), JSON.stringify(withRecent(recentDossiers(compteId), one)));
