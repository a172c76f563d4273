/** A value without the places it was read from: what is left can be compared. */
export function plainOf(value: unknown): unknown {
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, inner]) => [key, plainOf(inner)]));
  }
  if (Array.isArray(value)) {
    return value.map(plainOf);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const entries = Object.entries(value).filter(([name, inner]) => name !== "place" && inner !== undefined);
  return Object.fromEntries(entries.map(([name, inner]) => [name, plainOf(inner)]));
}

/** Equal values have equal texts, in whatever order their keys were written. */
export function textOfValue(value: unknown): string {
  return JSON.stringify(plainOf(value), (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Whether two values of a document say the same, wherever they stand. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && textOfValue(a) === textOfValue(b));
