import { isPresent, type Place, type SpareUnit } from "../spareUnit.ts";

/** What a count says against the books. */
export interface Counted {
  /** The books have it here, and nobody scanned it. */
  readonly missing: readonly string[];
  /** Scanned here, and the pool has no such unit, or says it is not ours any more. */
  readonly strange: readonly string[];
  /** Scanned here, and the books have it elsewhere: it is here. */
  readonly moved: readonly SpareUnit[];
}

/** Holds what was scanned at a place against what the books have there. Pure. */
export function judgeCount(
  scanned: readonly string[],
  { here, known }: { readonly here: readonly SpareUnit[]; readonly known: readonly SpareUnit[] },
  place: Place,
): Counted {
  const seen = new Set(scanned);
  const present = new Map(
    known.filter(({ state }) => isPresent(state)).map((unit) => [unit.serial, unit] as const),
  );
  return {
    missing: here.filter(({ serial }) => !seen.has(serial)).map(({ serial }) => serial),
    strange: [...seen].filter((serial) => !present.has(serial)),
    moved: [...present.values()].filter(
      ({ serial, centreId, shelf }) =>
        seen.has(serial) && (centreId !== place.centreId || shelf !== place.shelf),
    ),
  };
}
