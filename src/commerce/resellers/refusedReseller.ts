import type { Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import type { Reseller } from "./reseller.ts";

/**
 * Why a reseller may not order now: undefined where it may. Its days begin and end by UTC. What it bought
 * stays in its sight. Pure.
 */
export function refusedReseller(
  { state, beginsOn, endsOn, name }: Pick<Reseller, "state" | "beginsOn" | "endsOn" | "name">,
  at: Temporal.Instant,
): Extract<Decision<never>, { readonly refused: object }> | undefined {
  const today = at.toZonedDateTimeISO("UTC").toPlainDate();
  if (state === "suspended") {
    return refuse("reseller_suspended", { says: `The contract of ${name} is suspended.` });
  }
  if (Temporal.PlainDate.compare(today, beginsOn) < 0) {
    return refuse("reseller_contract_begins", { says: `The contract of ${name} begins on ${beginsOn}.` });
  }
  if (state === "ended" || (endsOn !== null && Temporal.PlainDate.compare(today, endsOn) > 0)) {
    return refuse("reseller_contract_ended", {
      says: `The contract of ${name} ended on ${endsOn ?? today}.`,
    });
  }
  return undefined;
}
