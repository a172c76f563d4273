import type { Case } from "../deciding/case.ts";
import { isWithin, type MomentReader } from "../deciding/moments.ts";
import type { Deadline } from "../receipt.ts";
import type { RefundRule } from "../rules.ts";
import { type Duration, rolling } from "../time/duration.ts";
import { no, type Truth, unknown, yes } from "../truth.ts";
import type { Atom } from "./cited.ts";
import type { Context, Test } from "./context.ts";
import { deadlineFrom } from "./deadlines.ts";

/** How long a refund is open: the window, counted on where it is extended, rolled at the end. */
export const timeToCancel = ({ window, extended, roll }: RefundRule): Duration | undefined =>
  window && rolling(extended === undefined ? window : { ...window, further: extended }, roll);

/** The time in which a contract can be ended by a clause. */
export interface RefundTime {
  readonly isInTime: Test;
  readonly atoms: readonly Atom[];
  readonly duration: Duration | undefined;
  readonly deadline: (c: Case) => Deadline | undefined;
}

export function compileRefundTime(
  id: string,
  rule: RefundRule,
  notice: MomentReader,
  context: Context,
): RefundTime {
  const { from } = rule;
  const duration = timeToCancel(rule);
  // Nobody is asked for the notice: while there is none, it is given now.
  const told: Atom = { facts: ["cancellation.noticeAt"], isOptional: true };
  if (duration === undefined) {
    return { isInTime: () => yes, atoms: [told], duration: undefined, deadline: () => undefined };
  }
  const start = context.moment(from, rule.presume);
  const isInTime: Test = (c): Truth => {
    const first = start.read(c);
    const second = notice.read(c);
    if (first === "absent" || second === "absent") {
      return no;
    }
    return first === "known" && second === "known" ? isWithin(notice, start, duration, c.zones) : unknown;
  };
  return {
    isInTime,
    atoms: [{ facts: [from, "at", ...context.factsBeside(duration)], test: isInTime }, told],
    duration,
    deadline: deadlineFrom(id, start, duration),
  };
}
