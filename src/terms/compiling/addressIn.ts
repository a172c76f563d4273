import type { Condition } from "../tests.ts";

/** Facts that say which contract a clause is for, whose, and what ended it; all others can still change. */
const addresses: ReadonlySet<string> = new Set([
  ...["cancellation.by", "cancellation.reason", "region", "plan.region", "claim.region"],
  ...["plan.product", "plan.billing", "plan.pooled", "plan.delivery"],
  ...["holder.country", "holder.state", "holder.kind", "device.group", "device.series", "device.model"],
]);

const always: Condition = { kind: "all", of: [] };
const never: Condition = { kind: "not", of: always };

/**
 * Of a condition, what says for which contracts it is: all else is taken to be as the condition would have
 * it. A clause that is not addressed to a case says nothing about it, neither for nor against.
 */
export function addressIn(condition: Condition, isWanted = true): Condition {
  switch (condition.kind) {
    case "fact":
      if (isAddress(condition)) {
        return condition;
      }
      return isWanted ? always : never;
    case "not":
      return { kind: "not", of: addressIn(condition.of, !isWanted) };
    default:
      return { kind: condition.kind, of: condition.of.map((each) => addressIn(each, isWanted)) };
  }
}

/** A fixed date is that of a law or of a version: it says which contracts, and never how late it is. */
function isAddress({ fact, is }: Extract<Condition, { kind: "fact" }>): boolean {
  return addresses.has(fact) || (fact.startsWith("plan.") && is.test === "order" && "instant" in is.to);
}
