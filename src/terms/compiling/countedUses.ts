import type { Case } from "../deciding/case.ts";
import type { FeeRule } from "../rules.ts";
import { type Benefit, compileBenefits, isMeant } from "./benefits.ts";
import type { Context } from "./context.ts";
import { withParts } from "./partners.ts";
import { type Tally, TermTally } from "./tallies.ts";

/** The tally of the benefit as it is granted in this case; undefined while the uses are unknown. */
export interface CountedUses {
  readonly facts: readonly string[];
  readonly read: (c: Case) => Tally | undefined;
}

const none: Tally = new TermTally(() => [], []);

/** Which use of a fee's benefit comes next. */
export function compileCounted(rule: FeeRule, context: Context): CountedUses {
  const benefits = compileBenefits(rule.benefit, undefined, context);
  const [only] = benefits;
  const plain = new TermTally(
    context.reader("plan.uses", rule.presume),
    withParts(rule.benefit, context.document),
  );
  const tallyOf = (c: Case): readonly [Tally, Benefit | undefined] => {
    const benefit = benefits.length === 1 ? only : benefits.find((each) => isMeant(each, c));
    return [benefit?.tally ?? plain, benefit];
  };
  return {
    facts: [...new Set(["plan.uses", ...benefits.flatMap(({ tally }) => tally.facts)])],
    read: (c) => {
      const [tally, benefit] = tallyOf(c);
      const isCarried = benefit?.rule.carry === "next";
      const presence = tally.read(c, isCarried ? (benefit.grants(c) ?? 0) : 0);
      if (presence === "absent") {
        none.read(c, 0);
        return none;
      }
      return presence === "known" ? tally : undefined;
    },
  };
}
