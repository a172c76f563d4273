import type { Way } from "../compiling/ways.ts";
import type { Receipt } from "../receipt.ts";
import type { ReturnRule } from "../rules.ts";
import { formatInstant } from "../time/civil.ts";
import { deadlineAfter, rolling } from "../time/duration.ts";
import { no } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import type { Case } from "./case.ts";
import { stretchOf } from "./moments.ts";

/** What a way asks back, and by when; null when it asks for nothing. */
export function returnsOn(way: Way, c: Case): Receipt["returns"] {
  let parts: readonly string[] = [];
  let by: number | undefined;
  for (const each of way.returns) {
    const listed = each.applies(c) === no ? undefined : each.parts(c);
    if (listed) {
      parts = parts.length === 0 ? listed : [...new Set([...parts, ...listed])];
      by = earlier(by, dueBy(each.rule, c));
    }
  }
  return parts.length === 0 ? null : { parts, by: by === undefined ? null : formatInstant(by) };
}

const earlier = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

function dueBy({ within, of, roll }: ReturnRule, c: Case): number | undefined {
  const [zone] = c.zones;
  if (within === undefined || of === undefined || zone === undefined) {
    return undefined;
  }
  const from = stretchOf(factNamed(of).read(c), c.zones);
  return from && deadlineAfter(from.lo, rolling(within, roll), zone);
}
