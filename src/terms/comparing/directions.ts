import type { Rule, RuleKind } from "../rules.ts";
import { isShare, isWrittenMoney } from "../shares.ts";
import type { Condition } from "../tests.ts";
import { extentOf } from "../time/duration.ts";
import { type Width, widthOf } from "./conditionWidth.ts";
import type { Direction } from "./edits.ts";

/**
 * What more of a field means for the customer: 1 for "more is better", -1 for "more is worse". A condition
 * is more when it holds in more cases, a list when it has more entries, `yes` is more than `no`. What is
 * not here cannot be told from the field alone.
 */
const betterWhenMore: Readonly<Partial<Record<RuleKind, Readonly<Record<string, 1 | -1>>>>> = {
  window: { when: 1, window: 1, unless: -1, decision: 1 },
  require: { when: 1, for: -1, route: -1, decision: -1 },
  exclude: { when: -1, "applies-to": -1, causal: 1 },
  except: { when: 1 },
  period: { length: 1, waiting: -1 },
  benefit: { when: 1, grants: 1, "ends-plan": -1, "either-or": -1 },
  fee: { share: -1, "at-least": -1, "at-most": -1 },
  return: { parts: -1, within: 1 },
  hold: { amount: -1, "at-most": -1, when: -1, channel: -1, "capture-when": -1 },
  extend: { by: 1, when: 1 },
  renewal: { when: 1, grace: 1, cap: 1, restarts: 1 },
  duty: { within: 1 },
  evidence: { when: 1, for: -1, decision: -1 },
  transfer: { times: 1, within: 1, loses: -1, when: 1 },
  refund: {
    when: 1,
    by: 1,
    window: 1,
    extended: 1,
    floor: 1,
    "less-claims": -1,
    fee: -1,
    "pay-within": -1,
  },
  statute: { when: 1 },
};

/** What it means for the customer that there is such a clause at all. */
const gainOfKind: Readonly<Partial<Record<RuleKind, 1 | -1>>> = {
  window: 1,
  require: -1,
  exclude: -1,
  except: 1,
  benefit: 1,
  extend: 1,
  renewal: 1,
  evidence: -1,
  refund: 1,
  statute: 1,
  transfer: 1,
  hold: -1,
};

const byGain: readonly Direction[] = ["narrower", "neither", "wider"];
const named = (gain: number): Direction => byGain[Math.sign(gain) + 1] ?? "neither";

export function directionOfField(kind: RuleKind, field: string, before: unknown, after: unknown): Direction {
  const gain = betterWhenMore[kind]?.[field] ?? 0;
  return named(gain === 0 ? 0 : gain * moreOf(before, after, field));
}

export function directionOfClause(rule: Rule | null, isAdded: boolean): Direction {
  if (rule === null) {
    return "neither";
  }
  const gain = rule.kind === "transfer" && rule.to === "none" ? -1 : (gainOfKind[rule.kind] ?? 0);
  return named(isAdded ? gain : -gain);
}

/** Whether the new value is more than the old. */
function moreOf(before: unknown, after: unknown, field: string): Width {
  if (["when", "for", "unless"].includes(field)) {
    return widthOf(before as Condition | null, after as Condition | null);
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return listMore(before, after);
  }
  if (before === undefined || after === undefined) {
    return missing(before === undefined, before ?? after);
  }
  return comparable(before, after) ? (Math.sign(sizeOf(after) - sizeOf(before)) as Width) : 0;
}

/** A field that was not there: its time, count or amount came on top. */
const missing = (isNew: boolean, value: unknown): Width => {
  if (Number.isNaN(sizeOf(value))) {
    return 0;
  }
  return isNew ? 1 : -1;
};

function listMore(before: readonly unknown[], after: readonly unknown[]): Width {
  const gone = before.some((value) => !after.includes(value));
  const come = after.some((value) => !before.includes(value));
  if (gone === come) {
    return 0;
  }
  return come ? 1 : -1;
}

const comparable = (before: unknown, after: unknown): boolean =>
  currencyOf(before) === currencyOf(after) && !Number.isNaN(sizeOf(before) + sizeOf(after));

const currencyOf = (value: unknown): string | undefined =>
  isWrittenMoney(value) ? value.currency : undefined;

/** How much a value is; not a number when it cannot be measured. */
function sizeOf(value: unknown): number {
  if (typeof value === "number" || typeof value === "boolean") {
    return Number(value);
  }
  if (value === "unlimited") {
    return Number.MAX_VALUE;
  }
  if (isWrittenMoney(value)) {
    return value.amount;
  }
  if (isShare(value)) {
    return value.tenThousandths;
  }
  const isTime = typeof value === "object" && value !== null && "unit" in value;
  return isTime ? extentOf(value as Parameters<typeof extentOf>[0])[0] : Number.NaN;
}
