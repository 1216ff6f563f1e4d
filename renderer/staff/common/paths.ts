/** A plain nested object read and replaced by dotted path (« adresse.codePostal », « variantes.0.code »). */
export const getPath = (source: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (at, key) => (at === null || at === undefined ? undefined : (at as Record<string, unknown>)[key]),
      source,
    );

/** A copy of `source` with one value replaced; objects and arrays on the way are copied, the rest is shared. */
export const setPath = <T>(source: T, path: string, value: unknown): T => {
  const [head, ...rest] = path.split(".");
  if (head === undefined || head === "") return value as T;
  const next = rest.length === 0 ? value : setPath(getPath(source, head) ?? {}, rest.join("."), value);
  if (Array.isArray(source)) {
    const copy = [...source];
    copy[Number(head)] = next;
    return copy as T;
  }
  return { ...(source as object), [head]: next } as T;
};
