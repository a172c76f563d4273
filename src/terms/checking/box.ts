import type { Condition } from "../tests.ts";

type Value = string | number | boolean;

/** The values a fact may have: these, or all but these. Absence is the value `none`. */
export interface Allowed {
  readonly but: boolean;
  readonly values: ReadonlySet<Value>;
}

/**
 * A condition as far as it limits single facts to values; what it says beyond that is left out, so a box is
 * never too small.
 */
export type Box = ReadonlyMap<string, Allowed>;

export function boxOf(condition: Condition | null | undefined): Box {
  const box = new Map<string, Allowed>();
  if (condition !== null && condition !== undefined) {
    narrow(box, condition);
  }
  return box;
}

function narrow(box: Map<string, Allowed>, condition: Condition): void {
  if (condition.kind === "all") {
    for (const part of condition.of) {
      narrow(box, part);
    }
    return;
  }
  const limit = limitOf(condition);
  if (limit !== undefined) {
    const before = box.get(limit.fact);
    box.set(limit.fact, before === undefined ? limit.allowed : both(before, limit.allowed));
  }
}

function limitOf(condition: Condition): { readonly fact: string; readonly allowed: Allowed } | undefined {
  if (condition.kind === "not") {
    const inner = limitOf(condition.of);
    return inner && { fact: inner.fact, allowed: { ...inner.allowed, but: !inner.allowed.but } };
  }
  if (condition.kind === "any") {
    return union(condition.of.map(limitOf));
  }
  if (condition.kind !== "fact") {
    return condition.of.length === 1 && condition.of[0] !== undefined ? limitOf(condition.of[0]) : undefined;
  }
  const { fact, is } = condition;
  if (is.test === "absent") {
    return { fact, allowed: { but: false, values: new Set(["none"]) } };
  }
  return is.test === "one-of" ? { fact, allowed: { but: false, values: new Set(is.values) } } : undefined;
}

/** Alternatives on one fact are one limit; on several they limit none of them. */
function union(limits: readonly ReturnType<typeof limitOf>[]): ReturnType<typeof limitOf> {
  const [first] = limits;
  if (first === undefined || limits.some((limit) => limit?.fact !== first.fact || limit.allowed.but)) {
    return undefined;
  }
  const values = new Set(limits.flatMap((limit) => [...(limit?.allowed.values ?? [])]));
  return { fact: first.fact, allowed: { but: first.allowed.but, values } };
}

function both(a: Allowed, b: Allowed): Allowed {
  if (a.but && b.but) {
    return { but: true, values: new Set([...a.values, ...b.values]) };
  }
  if (a.but) {
    return both(b, a);
  }
  return { but: false, values: new Set([...a.values].filter((value) => b.values.has(value) !== b.but)) };
}

/**
 * Whether one case could pass both conditions, as far as single facts tell: false is certain, true is only a
 * reason to look closer.
 */
export function mayMeet(first: Condition | null | undefined, second: Condition | null | undefined): boolean {
  const a = boxOf(first);
  const b = boxOf(second);
  return [...new Set([...a.keys(), ...b.keys()])].every((fact) => {
    const [left, right] = [a.get(fact), b.get(fact)];
    const allowed = left && right ? both(left, right) : (left ?? right);
    return allowed === undefined || allowed.but || allowed.values.size > 0;
  });
}
