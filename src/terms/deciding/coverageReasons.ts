import type { Cited, Exclusion } from "../compiling/clauses.ts";
import { feeBy } from "../compiling/fees.ts";
import type { Note } from "../compiling/notes.ts";
import type { Way } from "../compiling/ways.ts";
import type { Deadline, Fee, Outcome, Reason, Receipt, Use } from "../receipt.ts";
import { formatInstant } from "../time/civil.ts";
import { deadlineAfter } from "../time/duration.ts";
import { no, yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { type Case, isUnknown } from "./case.ts";
import { stretchOf } from "./moments.ts";
import type { Explanation } from "./program.ts";
import { doorsOf, inOrder, reasonOf } from "./reasons.ts";

interface Coverage {
  readonly ways: readonly Way[];
  readonly notes: readonly Note[];
  readonly duties: readonly ((c: Case) => Deadline | undefined)[];
}

/** Why a case goes the way it goes, and why not one higher up. */
export function explainCoverage(coverage: Coverage, c: Case, outcome: Outcome): Explanation {
  const weighed = new Weighing(c);
  const taken = coverage.ways.find((way) => way.isOpen(c) === yes);
  for (const way of coverage.ways) {
    if (way === taken) {
      weighed.take(way, outcome);
      break;
    }
    if (way.when(c) !== no) {
      weighed.passOver(way);
    }
  }
  for (const note of coverage.notes) {
    if (note.concerns(c) !== no) {
      weighed.cite(note, reasonOf(note, "not-coded", c, note.detail));
    }
  }
  const settled = outcome === "undecided" ? undefined : taken;
  const deadlines = coverage.duties.map((duty) => duty(c)).filter((deadline) => deadline !== undefined);
  const doors = doorsOf([...inOrder(weighed.blamed), ...(settled === undefined ? [] : [settled])], c);
  return {
    because: weighed.because(),
    against: weighed.against(),
    fee: settled === undefined ? null : feeOn(settled, c),
    uses: settled === undefined ? null : nextUse(settled, c),
    returns: settled === undefined ? null : returnsOn(settled, c),
    deadlines,
    doors,
    blamed: weighed.blamed,
  };
}

interface Entry {
  readonly order: number;
  readonly reason: Reason;
}

class Weighing {
  readonly blamed: Cited[] = [];
  readonly #c: Case;
  readonly #for: Entry[] = [];
  readonly #against: Entry[] = [];

  constructor(c: Case) {
    this.#c = c;
  }

  because(): Reason[] {
    return inOrder(this.#for).map(({ reason }) => reason);
  }

  against(): Reason[] {
    return inOrder(this.#against).map(({ reason }) => reason);
  }

  cite(cited: Cited, reason: Reason): void {
    if (!this.#for.some((entry) => entry.order === cited.order)) {
      this.#for.push({ order: cited.order, reason });
    }
  }

  /** A clause may stand against several ways; it is named once. */
  blame(cited: Cited, reason: Reason): void {
    if (!this.#against.some((entry) => entry.order === cited.order)) {
      this.#against.push({ order: cited.order, reason });
      this.blamed.push(cited);
    }
  }

  /** The reasons for a way: what it requires, the exceptions that saved it, what it costs. */
  take(way: Way, outcome: Outcome): void {
    const c = this.#c;
    this.cite(way, reasonOf(way, "holds", c, way.rebinds ? rebinding : undefined));
    for (const requirement of [...way.hard, ...way.curable]) {
      const holds = requirement.holds(c);
      if (holds === yes && requirement.isInScope(c) === yes) {
        this.cite(requirement, reasonOf(requirement, "holds", c, requirement.detail?.(c)));
      } else if (holds === no) {
        const reason = reasonOf(requirement, "fails", c, requirement.detail?.(c));
        this.blame(requirement, reason);
        if (outcome === "hold") {
          this.cite(requirement, reason);
        }
      }
    }
    for (const exclusion of way.exclusions) {
      this.#citeExceptions(exclusion);
    }
    if (typeof way.fee === "object") {
      this.#citeFee(way.fee);
    }
  }

  /** The reasons against a way that was in question. */
  passOver(way: Way): void {
    const c = this.#c;
    for (const requirement of [...way.hard, ...way.curable]) {
      if (requirement.holds(c) === no) {
        this.blame(requirement, reasonOf(requirement, "fails", c, requirement.detail?.(c)));
      }
    }
    for (const exclusion of way.exclusions) {
      if (exclusion.applies(c) === yes) {
        this.blame(exclusion, reasonOf(exclusion, "applies", c, exclusion.detail));
      }
    }
  }

  #citeExceptions(exclusion: Exclusion): void {
    for (const exception of exclusion.exceptions) {
      if (exception.catches(this.#c) === yes) {
        this.cite(exception, reasonOf(exception, "excepted", this.#c, { of: exclusion.id }));
      }
    }
  }

  #citeFee(tables: Exclude<Way["fee"], string>): void {
    for (const table of tables) {
      if (table.inScope(this.#c) === yes) {
        const verdict = table.feeOf(this.#c) === null ? "fails" : "holds";
        const reason = reasonOf(table, verdict, this.#c);
        if (verdict === "holds") {
          this.cite(table, reason);
        } else {
          this.blame(table, reason);
        }
      }
    }
  }
}

const rebinding = { rebinds: true };

function feeOn(way: Way, c: Case): Fee | null {
  if (way.fee === "quote") {
    return null;
  }
  if (way.fee === "nothing") {
    const currency = c.claim.currency;
    return {
      amount: 0,
      currency: isUnknown(currency) ? null : currency,
      clause: way.id,
      nth: null,
      tax: null,
    };
  }
  const found = feeBy(way.fee, c);
  return found
    ? {
        amount: found.fee.amount,
        currency: found.fee.currency,
        clause: found.table.id,
        nth: found.fee.nth,
        tax: found.table.tax,
      }
    : null;
}

/** Open cases count as uses, so the next one is what is counted and one more. */
function nextUse(way: Way, c: Case): Use | null {
  const granted = way.uses?.grants(c);
  const used = way.uses?.used(c);
  if (way.uses === undefined || typeof granted !== "number" || typeof used !== "number") {
    return null;
  }
  return { benefit: way.uses.name, nth: used + 1, left: Math.max(0, granted - used - 1) };
}

function returnsOn(way: Way, c: Case): Receipt["returns"] {
  const { returns } = way;
  const due = returns.filter((each) => each.applies(c) !== no);
  const parts = due.flatMap((each) => each.parts(c) ?? []);
  if (parts.length === 0) {
    return null;
  }
  const dates = due.flatMap(({ rule }) => {
    const from = rule.of === undefined ? undefined : stretchOf(factNamed(rule.of).read(c), c.zones);
    const [zone] = c.zones;
    const known = from !== undefined && rule.within !== undefined && zone !== undefined;
    return known ? [deadlineAfter(from.lo, rule.within, zone)] : [];
  });
  const by = dates.length === 0 ? null : formatInstant(Math.min(...dates));
  return { parts: [...new Set(parts)], by };
}
