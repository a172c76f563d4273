import { rulesOf } from "../document.ts";
import type { RenewalRule } from "../rules.ts";
import { formatInstant } from "../time/civil.ts";
import { addCivil, type Duration, printDuration } from "../time/duration.ts";
import type { Zone } from "../time/zone.ts";
import { no } from "../truth.ts";
import { cite } from "./cited.ts";
import { compileCondition } from "./conditions.ts";
import type { Context } from "./context.ts";
import type { Duty } from "./notes.ts";

/** The days between which a holder is told that a plan is about to be renewed. */
export function compileReminders(context: Context): Duty[] {
  return rulesOf(context.document, "renewal").flatMap(({ clause, rule }) => {
    const from = rule["remind-from"];
    return from === undefined
      ? []
      : [
          {
            ...cite(clause, rule, [{ facts: [rule.starts] }], context),
            deadline: reminderOf(clause.id, rule, from, context),
          },
        ];
  });
}

function reminderOf(clause: string, rule: RenewalRule, first: Duration, context: Context): Duty["deadline"] {
  const last = rule["remind-until"];
  const concerns = compileCondition(rule.when, rule.presume, context);
  const starts = context.moment(rule.starts, rule.presume);
  const clock = [first, ...(last === undefined ? [] : [last])].map(printDuration).join(" to ");
  return (c) => {
    const [zone] = c.zones;
    return zone !== undefined && concerns(c) !== no && starts.read(c) === "known"
      ? {
          clause,
          from: formatInstant(before(starts.lo, first, zone)),
          to: formatInstant(last === undefined ? starts.lo : before(starts.lo, last, zone)),
          zone: zone.name,
          clock: `${clock} before`,
          tells: true,
        }
      : undefined;
  };
}

/** Hours are elapsed; of longer times the day so much earlier, at its beginning. */
function before(ms: number, { amount, unit }: Duration, zone: Zone): number {
  return unit === "hours"
    ? ms - amount * 3_600_000
    : zone.startOfDay(addCivil(zone.dayOf(ms), { amount: -amount, unit }));
}
