import type { Comparison, FactTest } from "../tests.ts";
import { no, type Truth, unknown, yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import type { Context, Test } from "./context.ts";
import { compileNumber, compileUses } from "./counts.ts";
import { compileCount } from "./references.ts";

type Compare = Extract<FactTest, { test: "compare" }>;

/** `at least 1`, `fewer than replacements of plan.product`: of a number, or of uses that count. */
export function compileComparison(
  fact: string,
  { how, to }: Compare,
  presume: ReadonlyMap<string, unknown>,
  context: Context,
): Test {
  const read = context.reader(fact, presume);
  const count = factNamed(fact).type === "uses" ? compileUses(read) : compileNumber(read);
  const compare = comparisons[how];
  if (typeof to === "number") {
    return (c) => truthOf(count(c), to, compare);
  }
  const limit = compileCount(to, context, presume);
  return (c) => truthOf(count(c), limit(c), compare);
}

const comparisons: Record<Comparison, (a: number, b: number) => boolean> = {
  "at least": (a, b) => a >= b,
  "at most": (a, b) => a <= b,
  "fewer than": (a, b) => a < b,
  "more than": (a, b) => a > b,
};

function truthOf(
  value: number | undefined | null,
  limit: number | undefined | null,
  compare: (a: number, b: number) => boolean,
): Truth {
  if (value === null || limit === null) {
    return no;
  }
  if (value === undefined || limit === undefined) {
    return unknown;
  }
  return compare(value, limit) ? yes : no;
}
