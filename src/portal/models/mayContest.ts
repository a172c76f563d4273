import type { ClaimPage } from "../../service/index.ts";

/** A review as far as it says whether another one may be asked for. */
interface Reviewed {
  readonly state: string;
  readonly decidedAt?: string | undefined;
}

/**
 * Whether there is a decision to contest: refused as it was told, or looked at and nothing chosen. One that
 * was looked at again and stands is contested anew only after another inspection.
 */
export function mayContest({ claim, inspections }: ClaimPage, newest?: Reviewed): boolean {
  const { state, receipt, appeal } = claim;
  const isRefused = state === "reported" && receipt.outcome === "refused";
  if (appeal === "asked" || (state !== "inspected" && !isRefused)) {
    return false;
  }
  if (appeal === undefined || appeal === "withdrawn") {
    return true;
  }
  const looked = inspections.at(-1)?.at;
  return newest?.decidedAt !== undefined && looked !== undefined && looked > newest.decidedAt;
}
