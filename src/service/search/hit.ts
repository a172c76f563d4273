import type { FoundRow } from "./foundStore.ts";

/** How a thing was found; the surer, the earlier. */
export const foundWays = [
  ...(["id", "serial", "former_serial", "code", "tracking", "number", "place"] as const),
  ...(["email", "piece_of_serial", "last4", "name", "alike_serial", "alike_name"] as const),
] as const;
export type FoundWay = (typeof foundWays)[number];

/** A row, and how it was found. */
export interface Hit {
  readonly row: FoundRow;
  readonly by: FoundWay;
  /** What was found in it, where that is not its text. */
  readonly found?: string | undefined;
}
