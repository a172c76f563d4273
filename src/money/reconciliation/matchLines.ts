import { inTime, type Match, type OurRow, type TheirLine } from "./comparison.ts";
import { dayOf, daysBetween } from "./days.ts";

/** The two sides, put side by side: each line and each row is in one of these, once. */
export interface Sides {
  readonly matches: readonly Match[];
  /** Lines of theirs that name what an earlier line had named already. */
  readonly again: readonly TheirLine[];
  /** Rows of ours that name what another row of ours names. */
  readonly ourTwins: readonly OurRow[];
  readonly leftThere: readonly TheirLine[];
  readonly leftHere: readonly OurRow[];
}

/**
 * Finds for each line of theirs the row of ours that it is: by our key, by the reference both know, then,
 * for a line that names nothing we know, by amount and day. Pure; the order of its input does not matter.
 */
export function matchLines(ours: readonly OurRow[], theirs: readonly TheirLine[]): Sides {
  const rows = ours.toSorted((left, right) => inOrder(left.key, right.key));
  const lines = theirs.toSorted(inTime);
  const { byName, ourTwins } = named(rows);
  const taken = new Set<OurRow>();
  const matches: Match[] = [];
  const again: TheirLine[] = [];
  const nameless: TheirLine[] = [];
  for (const line of lines) {
    const row = byName.get(nameOf(line.entry, line.ourKey)) ?? byName.get(nameOf(line.entry, line.reference));
    if (row === undefined) {
      nameless.push(line);
    } else if (taken.has(row)) {
      again.push(line);
    } else {
      taken.add(row);
      matches.push({ line, row });
    }
  }
  const free = new Set(rows.filter((row) => !taken.has(row) && !ourTwins.includes(row)));
  const leftThere = nameless.filter((line) => {
    const row = [...free].find((one) => isAlike(line, one));
    if (row !== undefined) {
      free.delete(row);
      matches.push({ line, row });
    }
    return row === undefined;
  });
  return { matches, again, ourTwins, leftThere, leftHere: [...free] };
}

function named(rows: readonly OurRow[]): { byName: Map<string, OurRow>; ourTwins: OurRow[] } {
  const byName = new Map<string, OurRow>();
  const ourTwins: OurRow[] = [];
  for (const row of rows) {
    const reference = nameOf(row.entry, row.reference);
    const twin = byName.get(reference);
    if (twin?.state === "done" && row.state === "done") {
      ourTwins.push(row);
    } else {
      byName.set(nameOf(row.entry, row.key), row);
      if (reference !== NAMELESS && (twin === undefined || row.state === "done")) {
        byName.set(reference, row);
      }
    }
  }
  return { byName, ourTwins };
}

/** A line that says no reference at all, and a row of the same kind, amount and day, give or take one. */
function isAlike(line: TheirLine, row: OurRow): boolean {
  return (
    line.ourKey === null &&
    line.reference === "" &&
    row.state === "done" &&
    row.entry === line.entry &&
    row.amountMinor === line.amountMinor &&
    row.currency === line.currency &&
    Math.abs(daysBetween(dayOf(line.at), dayOf(row.at))) <= 1
  );
}

const NAMELESS = "";

function nameOf(entry: string, name: string | null): string {
  return name === null || name === "" ? NAMELESS : `${entry} ${name}`;
}

function inOrder(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
