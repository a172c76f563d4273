import { type ClaimRow, refuseClaim } from "../../claims/index.ts";
import type { Decision } from "../../platform/index.ts";
import type { Slot } from "../centres/index.ts";
import { refuse } from "../refusals.ts";
import { offeredSlot, type SlotAsked } from "./offeredSlot.ts";
import { visitable } from "./visitable.ts";

/** What a booking is decided from. */
export interface BookingFacts {
  readonly claim: Pick<ClaimRow, "channel" | "state" | "dueAt">;
  readonly hasLive: boolean;
  readonly asked: Omit<SlotAsked, "before">;
}

/** Whether a claim may have this appointment. Pure. */
export function judgeBooking({ claim, hasLive, asked }: BookingFacts): Decision<Slot> {
  if (claim.channel !== "swift") {
    return refuse("not_for_counter");
  }
  if (!visitable.includes(claim.state)) {
    return refuseClaim("claim_not_at_this_step");
  }
  if (hasLive) {
    return refuse("appointment_exists");
  }
  return offeredSlot({ ...asked, before: claim.state === "reported" ? claim.dueAt : null });
}
