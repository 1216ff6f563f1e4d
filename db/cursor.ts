/** Opaque keyset cursors: the sort value and the id of the last row, base64url of JSON. */
export const encodeCursor = (value: string | number, id: string | number): string =>
  Buffer.from(JSON.stringify([value, id])).toString("base64url");

/** Undefined for anything that is not one of ours: the list then starts at its beginning. */
export const decodeCursor = (
  cursor: string | undefined,
): readonly [string | number, string | number] | undefined => {
  if (!cursor) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(parsed) || parsed.length !== 2) return undefined;
    const [value, id] = parsed as unknown[];
    const plain = (x: unknown): x is string | number => typeof x === "string" || typeof x === "number";
    return plain(value) && plain(id) ? [value, id] : undefined;
  } catch {
    return undefined;
  }
};
