import type { Condition, FactTest } from "../tests.ts";
import { extentOf } from "../time/duration.ts";
import { sameValue } from "./plainValue.ts";

/** Whether a condition holds in more cases than it did (1), in fewer (-1), or that cannot be told (0). */
export type Width = -1 | 0 | 1;

export function widthOf(before: Condition | null | undefined, after: Condition | null | undefined): Width {
  if (sameValue(before ?? null, after ?? null)) {
    return 0;
  }
  const old = testsOf(before);
  const now = testsOf(after);
  const gone = old.filter((test) => !now.some((other) => sameValue(test, other)));
  const come = now.filter((test) => !old.some((other) => sameValue(test, other)));
  if (gone.length === 1 && come.length === 1) {
    return changed(gone[0] as Condition, come[0] as Condition);
  }
  if (gone.length === 0 || come.length === 0) {
    return gone.length === 0 ? -1 : 1;
  }
  return 0;
}

/** What must all hold. */
function testsOf(condition: Condition | null | undefined): readonly Condition[] {
  if (condition === null || condition === undefined) {
    return [];
  }
  return condition.kind === "all" ? condition.of : [condition];
}

function changed(before: Condition, after: Condition): Width {
  if (before.kind === "fact" && after.kind === "fact" && before.fact === after.fact) {
    return testWidth(before.is, after.is);
  }
  if (before.kind === "not" && after.kind === "not") {
    return -widthOf(before.of, after.of) as Width;
  }
  if (before.kind === "any" && after.kind === "any") {
    return listWidth(before.of, after.of);
  }
  return 0;
}

function testWidth(before: FactTest, after: FactTest): Width {
  if (before.test === "one-of" && after.test === "one-of") {
    return listWidth(before.values, after.values);
  }
  if (before.test === "compare" && after.test === "compare" && before.how === after.how) {
    const { to } = after;
    const isFloor = before.how === "at least" || before.how === "more than";
    return typeof before.to === "number" && typeof to === "number"
      ? (Math.sign(isFloor ? before.to - to : to - before.to) as Width)
      : 0;
  }
  if (before.test === "within" && after.test === "within" && before.of === after.of) {
    return Math.sign(extentOf(after.duration)[0] - extentOf(before.duration)[0]) as Width;
  }
  if ("members" in before && "members" in after && before.test === after.test) {
    const { members: old } = before;
    const { members: now } = after;
    const width = "list" in old && "list" in now ? listWidth(old.list, now.list) : 0;
    return (before.test === "includes" ? -width : width) as Width;
  }
  return 0;
}

/** More alternatives are more cases. */
function listWidth(before: readonly unknown[], after: readonly unknown[]): Width {
  const gone = before.filter((value) => !after.some((other) => sameValue(value, other)));
  const come = after.filter((value) => !before.some((other) => sameValue(value, other)));
  if (gone.length > 0 && come.length > 0) {
    return 0;
  }
  return come.length > 0 ? 1 : -1;
}
