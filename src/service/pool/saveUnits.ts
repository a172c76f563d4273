import type { Tx } from "../../platform/index.ts";
import { type Cause, movesOf, type SpareUnit } from "./spareUnit.ts";
import { changeUnits, insertUnits } from "./unitStore.ts";

/** A unit as it was read, as it is to be, and why. */
export interface UnitChange {
  /** Undefined: it is new to the pool. */
  readonly before: SpareUnit | undefined;
  readonly after: SpareUnit;
  readonly why: Cause;
}

/** Units with their moves, by one statement for what is new and one for what changes. The serials written. */
export async function saveUnits(tx: Tx, changes: readonly UnitChange[]): Promise<ReadonlySet<string>> {
  const fresh = changes.filter(({ before }) => before === undefined);
  const known = changes.filter(({ before }) => before !== undefined);
  const [taken, changed] = await Promise.all([
    fresh.length === 0 ? [] : insertUnits(tx, told(fresh), tx.at, tx.caller.id),
    known.length === 0 ? [] : changeUnits(tx, told(known), tx.at, tx.caller.id),
  ]);
  return new Set([...taken, ...changed].map(({ serial }) => serial));
}

/** Sorted, so that two who write the same units do it in one order. */
function told(changes: readonly UnitChange[]): string {
  const rows = changes.map(({ before, after, why }) => ({
    ...after,
    lastMove: before?.lastMove ?? 0,
    moves: movesOf(before, after, why).map((move, index) => ({ place: index + 1, ...move })),
  }));
  return JSON.stringify(rows.toSorted((one, other) => (one.serial < other.serial ? -1 : 1)));
}
