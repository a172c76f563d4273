import type { CommandOf } from "../../client/index.ts";

type Curve = CommandOf<"setEarningCurve">["curve"];

/** A curve as it is typed. */
export interface CurveTyped {
  readonly kind: string;
  readonly weights: string;
  readonly points: string;
}

/** The curve that was typed; undefined while it is none. */
export function curveOf({ kind, weights, points }: CurveTyped): Curve | undefined {
  if (kind === "expected_cost") {
    const parts = weights.split(/[\s,;]+/).filter((part) => part !== "");
    return parts.length > 0 && parts.every((part) => /^\d{1,9}$/.test(part))
      ? { kind, weights: parts.map(Number) }
      : undefined;
  }
  if (kind === "custom") {
    const pairs = points.split(/[\s,;]+/).filter((part) => part !== "");
    const read = pairs.map((pair) => /^(\d{1,3}):(\d{1,3})$/.exec(pair));
    return read.length > 0 && read.every((one) => one !== null)
      ? { kind, points: read.map((one) => ({ passed: Number(one[1]) * 100, earned: Number(one[2]) * 100 })) }
      : undefined;
  }
  return { kind: kind as "straight_line" };
}
