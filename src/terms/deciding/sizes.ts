import { countUses } from "../compiling/counts.ts";
import type { Decision } from "../document.ts";
import type { FactInfo } from "../factTypes.ts";
import type { Change } from "../receipt.ts";
import { dayMs, parseInstant } from "../time/civil.ts";
import type { Zone } from "../time/zone.ts";
import { factNamed } from "../vocabulary.ts";
import { stretchOf } from "./moments.ts";

/** A change and how much of a change it is, so that the smallest can be told first. */
export interface Sized {
  readonly change: Change;
  readonly size: number;
}

/** What can still be done comes before what could only have been recorded wrongly. */
export function smallestFirst(a: Sized, b: Sized): number {
  const isOver = ({ change }: Sized): number => (change.correction === true ? 1 : 0);
  return isOver(a) - isOver(b) || a.size - b.size;
}

/** Times by the day, uses and lists by the entry; any other value is one whole step. */
export function sizeOf({ type }: FactInfo, from: unknown, to: unknown, zones: readonly Zone[]): number {
  if (type === "uses") {
    return Math.abs((countUses(from) ?? 0) - Number(to));
  }
  if (type === "list") {
    const [before, after] = [listOf(from), listOf(to)];
    const apart = [
      ...after.filter((item) => !before.includes(item)),
      ...before.filter((item) => !after.includes(item)),
    ];
    return apart.length;
  }
  const stretch = type === "instant" ? stretchOf(from, zones) : undefined;
  const instant = parseInstant(String(to));
  if (stretch === undefined || instant === undefined) {
    return 1;
  }
  return Math.max(stretch.lo - instant, instant - stretch.hi, 0) / dayMs;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What can still be brought after an accident. */
const evidence: ReadonlySet<string> = new Set([
  "incident.flightLog",
  "incident.boundThroughout",
  "claim.returnedParts",
  "device.proofOfPurchase",
]);

/** Groups whose facts are choices, or things that another code, order or invitation would bring. */
const openGroups: ReadonlySet<string> = new Set(["claim", "code", "invitation", "order", "transfer"]);

/** When something is awaited back, how the case came about is no longer a matter of choice. */
export const mayTurn = (name: string, decision: Decision): boolean =>
  decision !== "return" || name.startsWith("claim.returned") || factNamed(name).type === "instant";

/** Whether a fact tells what has happened, or what is so, and not what somebody may still do. */
export function hasHappened({ name, type }: FactInfo, decision: Decision): boolean {
  if (evidence.has(name)) {
    return false;
  }
  const group = name.slice(0, Math.max(0, name.indexOf(".")));
  return type === "instant" || decision === "return" || !openGroups.has(group);
}
