import type { Rule } from "../rules.ts";
import type { Condition } from "../tests.ts";

/**
 * The same rule, only there for cases in which a condition holds. It goes where the kind says to whom the
 * rule is addressed: to `for` where `when` is what must hold, otherwise to `when`.
 */
export function guardRule<R extends Rule>(rule: R, condition: Condition): R {
  if (rule.kind === "require" || rule.kind === "evidence") {
    return { ...rule, for: both(condition, rule.for ?? null) };
  }
  const when = both(condition, rule.when);
  return rule.kind === "window"
    ? { ...rule, when, exists: both(condition, rule.exists ?? null) }
    : { ...rule, when };
}

/** Both hold; the first is looked at first. */
export const both = (first: Condition, second: Condition | null): Condition =>
  second === null ? first : { kind: "all", of: [first, second] };
