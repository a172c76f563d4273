import { type Case, isAbsent, isUnknown } from "../deciding/case.ts";
import { type Clause, rulesOf } from "../document.ts";
import type { Deadline, Outcome } from "../receipt.ts";
import { isReference, type ReturnRule } from "../rules.ts";
import { isWrittenMoney } from "../shares.ts";
import { rolling } from "../time/duration.ts";
import { and, no, not, or, type Truth, truthOf, unknown } from "../truth.ts";
import { type Atom, cite, type Obstacle } from "./cited.ts";
import { compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";
import { deadlineFrom } from "./deadlines.ts";
import type { CompiledHold } from "./holds.ts";
import { compileReturnedParts, type ReturnedParts } from "./returnedParts.ts";
import { both, compileCameBack, type EventName, type ReturnEvent, timeEvents } from "./returnTimes.ts";

/** A clause with its events: one return clause, or one requirement of the decision. */
export interface ReturnSubject extends Obstacle {
  readonly applies: Test;
  readonly events: readonly ReturnEvent[];
}

export interface ReturnClause extends ReturnSubject {
  readonly parts: ReturnedParts;
  readonly deadline: (c: Case) => Deadline | undefined;
}

/** Seen together with its events, an obstacle is gone when none of them happens. */
export const clearsAll =
  (events: readonly ReturnEvent[]): Obstacle["clears"] =>
  (c) =>
    events.every(({ happens }) => happens(c) === no);

export function compileReturnClauses(holds: readonly CompiledHold[], context: Context): ReturnClause[] {
  return rulesOf(context.document, "return").map(({ clause, rule }) =>
    compileReturnClause(clause, rule, holds, context),
  );
}

function compileReturnClause(
  clause: Clause,
  written: ReturnRule,
  holds: readonly CompiledHold[],
  context: Context,
): ReturnClause {
  const within = written.within && rolling(written.within, written.roll);
  const rule: ReturnRule = within === undefined ? written : { ...written, within };
  const applies = compileCondition(rule.when, rule.presume, context);
  const parts = compileReturnedParts(rule, context);
  const events = [...timeEvents(rule, context), ...stateEvents(rule, parts, context)]
    .map((event) => ({ ...event, happens: both(applies, event.happens) }))
    .flatMap((event) => capturedOnlyFor(event, holds));
  const start = rule.of === undefined ? undefined : context.moment(rule.of, rule.presume);
  return {
    ...cite(
      clause,
      rule,
      events.flatMap(({ atoms }) => atoms),
      context,
    ),
    applies,
    events,
    parts,
    clears: clearsAll(events),
    deadline: deadlineFrom(clause.id, start, within),
    suggest: (c) => {
      const to = parts.complete(c);
      return to && { fact: "claim.returnedParts", to };
    },
  };
}

/**
 * A hold is captured for what its clause names and for nothing else; what would have been captured
 * otherwise, a person looks at.
 */
function capturedOnlyFor(event: ReturnEvent, holds: readonly CompiledHold[]): ReturnEvent[] {
  const spared = holds.filter(
    ({ captures }) => captures.length > 0 && !captures.some((name) => name === event.name),
  );
  if (event.outcome !== "capture" || spared.length === 0) {
    return [event];
  }
  const isSpared: Test = (c) => spared.reduce<Truth>((truth, { applies }) => or(truth, applies(c)), no);
  const atoms = [...event.atoms, ...spared.flatMap((hold) => hold.atoms)];
  return [
    { ...event, atoms, happens: both(event.happens, (c) => not(isSpared(c))) },
    { ...event, atoms, happens: both(event.happens, isSpared), outcome: "review" },
  ];
}

/** What was found in the parcel. */
function stateEvents(rule: ReturnRule, parts: ReturnedParts, context: Context): ReturnEvent[] {
  const cameBack = compileCameBack(context);
  const event = (name: EventName, outcome: Outcome, facts: readonly string[], test: Test): ReturnEvent => ({
    name,
    outcome,
    atoms: [
      { facts: ["claim.returnedAt"], test: cameBack },
      { facts, test },
    ],
    happens: both(cameBack, test),
  });
  const serial = compileOtherSerial(rule, context);
  const partial = rule.partial === undefined || rule.partial === "hold" ? "ask" : rule.partial;
  const required = isReference(rule.parts) ? [rule.parts.of] : [];
  return [
    event(
      "foreign",
      rule.foreign ?? "capture",
      ["claim.returnedForeign", ...serialFacts],
      compileForeign(rule, serial, context),
    ),
    event("mismatch", rule.mismatch ?? "capture", serialFacts, serial),
    event("partial", partial, ["claim.returnedParts", ...required], (c) => not(parts.areAllThere(c))),
  ];
}

const serialFacts = ["claim.returnedSerial", "device.serial", "plan.serial"];

/**
 * Another unit than the one of the case: the device's, or, where the case has no device, the plan's. A device
 * nobody has named may be another than the plan's: after an exchange the plan is on the unit that was sent.
 */
function compileOtherSerial(rule: ReturnRule, context: Context): Test {
  const returned = context.reader("claim.returnedSerial", rule.presume);
  const ofDevice = context.reader("device.serial", rule.presume);
  const ofPlan = context.reader("plan.serial", rule.presume);
  return (c) => {
    const serial = returned(c);
    const device = ofDevice(c);
    const own = isAbsent(device) ? ofPlan(c) : device;
    if (isAbsent(own)) {
      return no;
    }
    return isUnknown(serial) || isUnknown(own) ? unknown : truthOf(serial !== own);
  };
}

/** The unit of the case itself is no other maker's. */
function compileForeign(rule: ReturnRule, isOther: Test, context: Context): Test {
  const read = context.reader("claim.returnedForeign", rule.presume);
  return (c) => {
    const value = read(c);
    if (isUnknown(value)) {
      return and(isOther(c), unknown);
    }
    return truthOf(value === true || value === "yes");
  };
}

/** Damage that the plan does not cover, where a hold may be captured for it. */
export function compileDamage(hold: CompiledHold, context: Context): ReturnSubject {
  const cameBack = compileCameBack(context);
  const read = context.reader("claim.extraDamage", hold.presume);
  const isDamaged: Test = (c) => {
    const damage = read(c);
    if (isUnknown(damage)) {
      return unknown;
    }
    return truthOf(isWrittenMoney(damage) ? damage.amount > 0 : !isAbsent(damage));
  };
  const more: readonly Atom[] = [
    { facts: ["claim.returnedAt"], test: cameBack },
    { facts: ["claim.extraDamage"], test: isDamaged },
  ];
  const happens = both(hold.applies, both(cameBack, isDamaged));
  const events: readonly ReturnEvent[] = hold.captures.includes("damage")
    ? [{ name: "damage", outcome: "capture", atoms: [...hold.atoms, ...more], happens }]
    : [];
  return { ...hold, applies: hold.applies, events, clears: clearsAll(events) };
}
