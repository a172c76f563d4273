import type { Case } from "../deciding/case.ts";
import type { FeeRule } from "../rules.ts";
import { compileBenefits, isMeant } from "./benefits.ts";
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
  const facts = [...new Set(["plan.uses", ...benefits.flatMap(({ tally }) => tally.facts)])];
  const read = (c: Case): Tally | undefined => {
    const benefit = benefits.length === 1 ? only : benefits.find((each) => isMeant(each, c));
    const isCarried = benefit?.rule.carry === "next";
    return told(benefit?.tally ?? plain, isCarried ? (benefit.grants(c) ?? 0) : 0, c);
  };
  const isSimple = only === undefined || (benefits.length === 1 && only.rule.carry === "none");
  const tally = only?.tally ?? plain;
  return { facts, read: isSimple ? (c) => told(tally, 0, c) : read };
}

function told(tally: Tally, grants: number, c: Case): Tally | undefined {
  const presence = tally.read(c, grants);
  if (presence === "absent") {
    none.read(c, 0);
    return none;
  }
  return presence === "known" ? tally : undefined;
}
