import { type Case, isAbsent, isUnknown } from "../deciding/case.ts";
import { type MomentReader, type Presence, type Span, stretchOf } from "../deciding/moments.ts";
import type { BenefitRule } from "../rules.ts";
import type { Zone } from "../time/zone.ts";
import { mostCounted } from "../vocabulary/readShaped.ts";
import type { Context, ReadFact } from "./context.ts";
import { isReversed } from "./counts.ts";
import { type CountTogether, carriedInto, countTogether, type Scale, scaleOf } from "./scale.ts";

/**
 * Counts the uses of some benefits. After `read` says "known", `lo` and `hi` hold the fewest and the most
 * there can be: they differ while the instant of a use, or of the new one, is not known well enough.
 */
export interface Tally {
  readonly lo: number;
  readonly hi: number;
  /** What earlier contract years have left over; only where both ends agree on it. */
  readonly carried: number;
  /** The facts it looks at. */
  readonly facts: readonly string[];
  /** `grants` is what a stretch grants, for what it leaves over. */
  read(c: Case, grants: number): Presence;
}

interface Use {
  readonly benefit?: string;
  readonly at?: unknown;
  readonly reversed?: unknown;
}

/** All uses of a contract's term. */
export class TermTally implements Tally {
  lo = 0;
  hi = 0;
  readonly carried: number = 0;
  readonly facts: readonly string[] = ["plan.uses"];
  readonly #read: ReadFact;
  readonly #names: readonly string[];
  readonly #ofNumber: 0 | 1;

  constructor(read: ReadFact, names: readonly string[]) {
    this.#read = read;
    this.#names = names;
    this.#ofNumber = names.includes("replacement") ? 1 : 0;
  }

  read(c: Case): Presence {
    const uses = this.#read(c);
    if (typeof uses === "number") {
      this.lo = uses * this.#ofNumber;
      this.hi = this.lo;
      return "known";
    }
    if (isUnknown(uses)) {
      return "unknown";
    }
    if (!Array.isArray(uses)) {
      return "absent";
    }
    this.lo = 0;
    this.hi = 0;
    for (const use of uses as readonly Use[]) {
      if (this.#names.includes(use.benefit ?? "") && !isReversed(use)) {
        this.hi += 1;
        this.lo += use.reversed === "unknown" ? 0 : 1;
      }
    }
    return "known";
  }
}

/** The uses as marks on the scale of their stretches. */
interface Known {
  readonly dated: readonly number[];
  /** Told without an instant: they count in every stretch. */
  readonly undated: number;
  /** Of which it is open when they were, or whether they count. */
  readonly open: number;
  readonly anchor: number;
  readonly grants: number;
}

/** Days of a time that is known less exactly, up to which each of them is looked at. */
const mostDays = 400;

/** The uses that fall into the same stretch of time as the new one. */
export class StretchTally implements Tally {
  lo = 0;
  hi = 0;
  carried = 0;
  readonly facts: readonly string[];
  readonly #read: ReadFact;
  readonly #names: readonly string[];
  readonly #rule: BenefitRule;
  readonly #scale: Scale;
  readonly #count: CountTogether;
  readonly #at: MomentReader;
  readonly #now: MomentReader;
  readonly #anchor: MomentReader | undefined;

  constructor(rule: BenefitRule, names: readonly string[], context: Context) {
    const { per, presume } = rule;
    const isAnchored = per.per === "contract-year";
    this.#rule = rule;
    this.#names = names;
    this.#read = context.reader("plan.uses", presume);
    this.#scale = scaleOf(per);
    this.#count = countTogether(per, this.#scale);
    this.#at = context.moment(rule["counts-by"], presume);
    this.#now = context.moment("at", presume);
    this.#anchor = isAnchored ? context.moment("plan.startsAt", presume) : undefined;
    this.facts = ["plan.uses", rule["counts-by"], "region", ...(isAnchored ? ["plan.startsAt"] : [])];
  }

  read(c: Case, grants: number): Presence {
    const value = this.#read(c);
    if (isUnknown(value)) {
      return "unknown";
    }
    if (typeof value === "number") {
      // Each is laid out as a use, and more than any device will ever have change nothing.
      const uses = this.#names.includes("replacement") ? Math.min(value, mostCounted) : 0;
      return this.#tally(new Array<Use>(uses).fill({}), c, grants);
    }
    if (!Array.isArray(value)) {
      return "absent";
    }
    const named = (value as readonly Use[]).filter((use) => this.#names.includes(use.benefit ?? ""));
    return this.#tally(
      named.filter((use) => !isReversed(use)),
      c,
      grants,
    );
  }

  #tally(uses: readonly Use[], c: Case, grants: number): Presence {
    const undated = uses.filter((use) => use.at === undefined && use.reversed !== "unknown").length;
    this.lo = undated - (this.#rule.carry === "next" ? grants : 0);
    this.hi = uses.length;
    this.carried = 0;
    if (uses.length === 0 && this.#rule.carry === "none") {
      return "known";
    }
    if (this.#anchor?.read(c) === "absent") {
      // A contract that never began has no years: all its uses stand together.
      this.lo = uses.filter((use) => use.reversed !== "unknown").length;
      return "known";
    }
    const spans = c.zones.map((zone) => this.#bounds(uses, undated, zone, grants, c));
    if (spans.length > 0 && !spans.includes(undefined)) {
      this.lo = Math.min(...spans.map((span) => span?.lo ?? 0));
      this.hi = Math.max(...spans.map((span) => span?.hi ?? 0));
    }
    return "known";
  }

  /** Fewest and most in one zone; undefined when the new use can be put in no stretch. */
  #bounds(uses: readonly Use[], undated: number, zone: Zone, grants: number, c: Case): Span | undefined {
    const time = this.#marksOf(this.#newUse(c), zone);
    const anchor =
      this.#anchor === undefined ? { lo: 0, hi: 0 } : this.#marksOf(this.#known(this.#anchor, c), zone);
    if (time === undefined || anchor === undefined || anchor.lo !== anchor.hi) {
      return undefined;
    }
    const dated: number[] = [];
    let open = 0;
    for (const use of uses) {
      const marks = this.#marksOf(stretchOf(use.at, c.zones), zone);
      if (use.reversed !== "unknown" && marks !== undefined && marks.lo === marks.hi) {
        dated.push(marks.lo);
      } else if (use.at !== undefined || use.reversed === "unknown") {
        open += 1;
      }
    }
    const isFixed = time.lo === time.hi || (this.#scale.isCivil && time.hi - time.lo <= mostDays);
    const isShifted = open > 0 && this.#rule.per.per === "from-first-use";
    const known: Known = { dated, undated, open, anchor: anchor.lo, grants };
    return isFixed && !isShifted ? this.#range(time, known) : undefined;
  }

  #range(time: Span, { open, ...known }: Known): Span {
    let lo = Number.POSITIVE_INFINITY;
    let hi = Number.NEGATIVE_INFINITY;
    for (let at = time.lo; at <= time.hi; at += 1) {
      const dated = [...known.dated, ...new Array<number>(open).fill(at)];
      lo = Math.min(lo, this.#usedAt(at, known));
      hi = Math.max(hi, this.#usedAt(at, { ...known, dated }));
    }
    return { lo, hi };
  }

  /** What is left over from before counts as so many uses fewer. */
  #usedAt(at: number, { dated, undated, anchor, grants }: Omit<Known, "open">): number {
    const used = this.#count(at, dated, anchor) + undated;
    if (this.#rule.carry === "none") {
      return used;
    }
    this.carried = carriedInto(at, dated, anchor, Math.max(0, grants - undated));
    return used - this.carried;
  }

  /** Where nothing has happened yet that a use is counted by, it is the moment of the decision. */
  #newUse(c: Case): Span | undefined {
    return this.#at.read(c) === "absent" ? this.#known(this.#now, c) : this.#known(this.#at, c);
  }

  #known(moment: MomentReader, c: Case): Span | undefined {
    return moment.read(c) === "known" ? { lo: moment.lo, hi: moment.hi } : undefined;
  }

  #marksOf(span: Span | undefined, zone: Zone): Span | undefined {
    return span && { lo: this.#scale.markOf(span.lo, zone), hi: this.#scale.markOf(span.hi, zone) };
  }
}

export function compileTally(rule: BenefitRule, names: readonly string[], context: Context): Tally {
  return rule.per.per === "term"
    ? new TermTally(context.reader("plan.uses", rule.presume), names)
    : new StretchTally(rule, names, context);
}

/** Whether what was told of the uses leaves open when one was, or whether it still counts. */
export function hasOpenUse(uses: unknown, c: Case): boolean {
  return (
    Array.isArray(uses) &&
    uses.some(({ at, reversed }: Use) => {
      const stretch = at === undefined || isAbsent(at) ? undefined : stretchOf(at, c.zones);
      const isExact = at === undefined || (stretch !== undefined && stretch.lo === stretch.hi);
      return !isExact || reversed === "unknown";
    })
  );
}
