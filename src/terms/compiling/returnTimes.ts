import { isBefore, isWithin, type MomentReader, type Span } from "../deciding/moments.ts";
import type { Outcome } from "../receipt.ts";
import type { ReturnRule } from "../rules.ts";
import { addCivil, type Duration, deadlineAfter } from "../time/duration.ts";
import type { Zone } from "../time/zone.ts";
import { and, no, not, truthOf, unknown } from "../truth.ts";
import type { Atom } from "./cited.ts";
import type { Context, Test } from "./context.ts";
import type { CaptureReason } from "./holds.ts";

/** What can be the matter with a return; the first three are what a hold may be captured for by name. */
export type EventName = CaptureReason | "awaited" | "due" | "tardy" | "unmet";

/** Something that is the matter, and what follows from it. */
export interface ReturnEvent {
  readonly name: EventName;
  readonly outcome: Outcome;
  readonly happens: Test;
  readonly atoms: readonly Atom[];
}

/** Whether anything came back. */
export function compileCameBack(context: Context): Test {
  const returned = context.moment("claim.returnedAt", new Map());
  return (c) => {
    const presence = returned.read(c);
    if (presence === "unknown") {
      return unknown;
    }
    return truthOf(presence === "known");
  };
}

/** The second is looked at only where the first may hold. */
export const both =
  (first: Test, second: Test): Test =>
  (c) => {
    const truth = first(c);
    return truth === no ? no : and(truth, second(c));
  };

/** What the clock says: awaited, nearly due, overdue, or back but too late. */
export function timeEvents(rule: ReturnRule, context: Context): ReturnEvent[] {
  const cameBack = compileCameBack(context);
  const back = { facts: ["claim.returnedAt"], test: cameBack };
  const { within, of, late = "capture" } = rule;
  if (within === undefined || of === undefined) {
    return [{ name: "awaited", outcome: "ask", atoms: [back], happens: (c) => not(cameBack(c)) }];
  }
  const at = context.moment("at", rule.presume);
  const returned = context.moment("claim.returnedAt", rule.presume);
  const from = context.moment(of, rule.presume);
  const overdue = isLate(at, from, within);
  const tardy = isLate(returned, from, within);
  const soon = rule.remind === undefined ? undefined : isSoon(at, from, within, rule.remind, context);
  const beside = context.factsBeside(within);
  const clock = { facts: ["at", of, ...beside], test: overdue };
  const waits: Test = (c) => and(not(cameBack(c)), not(overdue(c)));
  return [
    {
      name: "awaited",
      outcome: "ask",
      atoms: [back, clock, ...(soon?.atoms ?? [])],
      happens: soon === undefined ? waits : (c) => and(waits(c), not(soon.test(c))),
    },
    ...(soon === undefined
      ? []
      : [
          {
            name: "due" as const,
            outcome: "remind" as const,
            atoms: [back, clock, ...soon.atoms],
            happens: both(waits, soon.test),
          },
        ]),
    {
      name: "late",
      outcome: late,
      atoms: [back, clock],
      happens: (c) => and(not(cameBack(c)), overdue(c)),
    },
    // What was captured because it did not come may have to be given back.
    ...(late === "capture"
      ? [
          {
            name: "tardy" as const,
            outcome: "review" as const,
            atoms: [back, { facts: ["claim.returnedAt", of, ...beside], test: tardy }],
            happens: both(cameBack, tardy),
          },
        ]
      : []),
  ];
}

function isLate(time: MomentReader, from: MomentReader, within: Duration): Test {
  return (c) => {
    const first = time.read(c);
    const second = from.read(c);
    if (first === "absent" || second === "absent") {
      return no;
    }
    return first === "known" && second === "known" ? not(isWithin(time, from, within, c.zones)) : unknown;
  };
}

/** So near the end that a reminder is due, and none was sent yet. */
function isSoon(
  at: MomentReader,
  from: MomentReader,
  within: Duration,
  remind: Duration,
  context: Context,
): { readonly test: Test; readonly atoms: readonly Atom[] } {
  const reminded = context.moment("claim.remindedAt", new Map());
  const isReminded: Test = (c) => truthOf(reminded.read(c) === "known");
  const isNear: Test = (c) => {
    const first = at.read(c);
    const second = from.read(c);
    if (first === "absent" || second === "absent") {
      return no;
    }
    return first === "known" && second === "known"
      ? not(isBefore(at, reminderFrom(from, within, remind, c.zones)))
      : unknown;
  };
  return {
    test: (c) => and(isNear(c), not(isReminded(c))),
    atoms: [{ facts: ["claim.remindedAt"], test: isReminded, isOptional: true }, { facts: ["at"] }],
  };
}

function reminderFrom(from: Span, within: Duration, remind: Duration, zones: readonly Zone[]): Span {
  const starts = zones.flatMap((zone) =>
    [from.lo, from.hi].map((start) => {
      const end = deadlineAfter(start, within, zone);
      return remind.unit === "hours"
        ? end - remind.amount * 3_600_000
        : zone.startOfDay(addCivil(zone.dayOf(end), { ...remind, amount: -remind.amount }));
    }),
  );
  return { lo: Math.min(...starts), hi: Math.max(...starts) };
}
