import type { FoundKind, FoundRow } from "./foundStore.ts";

/** How a thing was found; the surer, the earlier. */
export const foundWays = [
  ...(["id", "serial", "former_serial", "code", "tracking", "number", "place"] as const),
  ...(["email", "piece_of_serial", "last4", "name", "alike_serial", "alike_name"] as const),
] as const;
export type FoundWay = (typeof foundWays)[number];

/** What one way of looking found. */
export interface Looked {
  readonly hits: readonly Hit[];
  /** How many more there are of a kind than it brings; without end where nobody counted. */
  readonly beyond: ReadonlyMap<FoundKind, number>;
}

/** What is not brought of these rows, of which one statement has found each kind. */
export function beyondOf(rows: readonly FoundRow[]): Map<FoundKind, number> {
  const brought = Map.groupBy(rows, ({ kind }) => kind);
  return new Map([...brought].map(([kind, all]) => [kind, (all[0]?.total ?? all.length) - all.length]));
}

/** A row, and how it was found. */
export interface Hit {
  readonly row: FoundRow;
  readonly by: FoundWay;
  /** What was found in it, where that is not its text. */
  readonly found?: string | undefined;
}
