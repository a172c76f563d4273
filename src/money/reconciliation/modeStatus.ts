import { type Static, Type } from "typebox";
import { Instant, type Queryable, read, shape } from "../../platform/index.ts";
import { openMode, type Unmatched, unmatchedSince } from "../reconcileMode/index.ts";
import { moneyCauses } from "./causes.ts";

export const ModeStatusSchema = shape({
  /**
   * Null in ordinary times. Otherwise why no money is taken and nothing shipped, and what is still missing.
   */
  reconciling: Type.Union([
    shape({
      reason: Type.String(),
      startedBy: Type.String(),
      startedAt: Instant,
      /** Payments that wait until it is over. */
      waiting: Type.Integer(),
      openDifferences: Type.Integer(),
      missing: Type.Array(Type.String()),
    }),
    Type.Null(),
  ]),
});

/** How it stands with reconcile mode. */
export type ModeStatus = Static<typeof ModeStatusSchema>;

/** How it stands with reconcile mode. */
export async function statusNow(db: Queryable): Promise<ModeStatus> {
  const mode = await openMode(db);
  if (mode === undefined) {
    return { reconciling: null };
  }
  const unmatched = await unmatchedSince(db, mode.startedAt, moneyCauses);
  const { reason, startedBy, startedAt } = mode;
  const { waiting, differences: openDifferences } = unmatched;
  const missing = missingWords(unmatched);
  return {
    reconciling: { reason, startedBy, startedAt: startedAt.toString(), waiting, openDifferences, missing },
  };
}

/** What is missing, in words. Pure. */
export function missingWords({ unasked, uncompared, differences }: Unmatched): string[] {
  return [
    ...some(unasked, "1 open payment was not asked about since", "open payments were not asked about since"),
    ...(uncompared.length === 0 ? [] : [`not compared since: ${uncompared.join(", ")}`]),
    ...some(differences, "1 open difference of money", "open differences of money"),
  ];
}

function some(count: number, one: string, more: string): string[] {
  return count === 0 ? [] : [count === 1 ? one : `${count} ${more}`];
}

/**
 * GET /v1/status: whether the books are being matched with the world outside, for the banner of every page.
 */
export const showStatus = read({
  route: "GET /v1/status",
  permission: "status.read",
  summary:
    "Tells whether money and shipments wait because the books are being matched with the world outside",
  reply: ModeStatusSchema,
  run: statusNow,
});
