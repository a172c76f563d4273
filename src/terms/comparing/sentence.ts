import type { Direction } from "./edits.ts";

/** What changed, and for whom it is better, in one sentence. */
export function sentence(
  where: string,
  what: string,
  direction: Direction,
): { readonly says: string; readonly direction: Direction } {
  const gain = direction === "neither" ? "" : `, ${direction} for the customer`;
  return { says: `${where}: ${what}${gain}`, direction };
}
