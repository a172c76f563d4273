import { type BenefitRule, isReference } from "../rules.ts";
import { no, truthOf, unknown } from "../truth.ts";
import type { Context, Test } from "./context.ts";
import { compileUses } from "./counts.ts";
import { compileCount, type Looked } from "./references.ts";

/** A counted benefit: how much is granted, how much is used, whether one is left. */
export interface Benefit {
  readonly name: string;
  readonly grants: Looked<number>;
  readonly used: Looked<number>;
  readonly hasLeft: Test;
}

export function compileBenefit(rule: BenefitRule, context: Context): Benefit {
  const { grants: granted, benefit } = rule;
  const grants: Looked<number> = isReference(granted)
    ? compileCount(granted, context, rule.presume)
    : () => (typeof granted === "number" ? granted : Number.POSITIVE_INFINITY);
  const used = compileUses(context.reader("plan.uses", rule.presume), benefit);
  const hasLeft: Test = (c) => {
    const limit = grants(c);
    const count = used(c);
    if (limit === null || count === null) {
      return no;
    }
    return limit === undefined || count === undefined ? unknown : truthOf(count < limit);
  };
  return { name: benefit, grants, used, hasLeft };
}
