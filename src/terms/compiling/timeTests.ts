import { isBefore, isWithin, type MomentReader, type Span } from "../deciding/moments.ts";
import type { FactTest, TimeOrder } from "../tests.ts";
import { parseInstant } from "../time/civil.ts";
import { and, no, not, type Truth, unknown, yes } from "../truth.ts";
import type { Context, Test } from "./context.ts";

type TimeTest = Extract<FactTest, { test: "order" | "in-period" | "within" }>;

/** Tests on instants. Each fact may be a stretch of time; a boundary inside it makes the answer unknown. */
export function compileTimeTest(
  fact: string,
  is: TimeTest,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): Test {
  const time = context.moment(fact, presume);
  if (is.test === "in-period") {
    return inPeriod(fact, presume, context);
  }
  if (is.test === "within") {
    const from = context.moment(is.of, presume);
    return comparing(time, from, (c) =>
      and(not(isBefore(time, from)), isWithin(time, from, is.duration, c.zones)),
    );
  }
  if ("instant" in is.to) {
    const instant = parseInstant(is.to.instant) ?? 0;
    const fixed: Span = { lo: instant, hi: instant };
    return ordered(is.how, (order) => known(time, () => order(time, fixed)));
  }
  return compareTold(fact, is.how, is.to.fact, presume, context);
}

type Order = (a: Span, b: Span) => Truth;

/** `not before` is the mirror of `before` on facts of any kind: what is absent is not before anything. */
function ordered(how: TimeOrder, build: (order: Order) => Test): Test {
  const order: Order = how.endsWith("before") ? isBefore : (a, b) => isBefore(b, a);
  const test = build(order);
  return how.startsWith("not") ? (c) => not(test(c)) : test;
}

/** Two instants as numbers; where one of them is no single instant, as the stretches of time they are. */
function compareTold(
  fact: string,
  how: TimeOrder,
  to: string,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): Test {
  const [time, other] = [context.moment(fact, presume), context.moment(to, presume)];
  const whole = ordered(how, (order) => comparing(time, other, () => order(time, other)));
  const [told, toldOther] = [context.instant(fact, presume), context.instant(to, presume)];
  const [earlier, later] = how.endsWith("before") ? [told, toldOther] : [toldOther, told];
  const before = how.startsWith("not") ? no : yes;
  const notBefore = not(before);
  return (c) => {
    const first = earlier.msOf(c);
    const second = later.msOf(c);
    if (first < second) {
      return before;
    }
    return first >= second ? notBefore : whole(c);
  };
}

function known(time: MomentReader, test: Test): Test {
  return (c) => {
    const presence = time.read(c);
    if (presence === "known") {
      return test(c);
    }
    return presence === "absent" ? no : unknown;
  };
}

/** Both times known, or the answer follows from the one that is not: absent fails, unknown stays open. */
function comparing(a: MomentReader, b: MomentReader, test: Test): Test {
  return (c) => {
    const first = a.read(c);
    const second = b.read(c);
    if (first === "known" && second === "known") {
      return test(c);
    }
    return first === "absent" || second === "absent" ? no : unknown;
  };
}

/** Half-open: the start is in, the end is not. */
function inPeriod(fact: string, presume: ReadonlyMap<string, unknown>, context: Context): Test {
  const told = context.instant(fact, presume);
  const toldStart = context.instant("plan.startsAt", presume);
  const toldEnd = context.instant("plan.endsAt", presume);
  const whole = inStretches(
    context.moment(fact, presume),
    context.moment("plan.startsAt", presume),
    context.moment("plan.endsAt", presume),
  );
  return (c) => {
    const ms = told.msOf(c);
    const start = toldStart.msOf(c);
    if (ms < start) {
      return no;
    }
    const end = toldEnd.msOf(c);
    if (ms >= end) {
      return no;
    }
    return ms >= start && ms < end ? yes : whole(c);
  };
}

function inStretches(time: MomentReader, start: MomentReader, end: MomentReader): Test {
  return (c) => {
    const first = time.read(c);
    const second = start.read(c);
    const third = end.read(c);
    if (first === "known" && second === "known" && third === "known") {
      return and(not(isBefore(time, start)), isBefore(time, end));
    }
    if (first === "absent" || second === "absent" || third === "absent") {
      return no;
    }
    const isOut =
      first === "known" &&
      ((second === "known" && isBefore(time, start) === yes) ||
        (third === "known" && isBefore(time, end) === no));
    return isOut ? no : unknown;
  };
}
