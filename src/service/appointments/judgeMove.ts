import { type ClaimRow, refuseClaim } from "../../claims/index.ts";
import type { Decision } from "../../platform/index.ts";
import type { Slot } from "../centres/index.ts";
import { offeredSlot, type SlotAsked } from "./offeredSlot.ts";
import { type ChangeFacts, refusedChange } from "./refusedChange.ts";
import { visitable } from "./visitable.ts";

/** Whether an appointment may move to a time. Pure. */
export function judgeMove(
  change: ChangeFacts,
  claim: Pick<ClaimRow, "state" | "dueAt">,
  asked: Omit<SlotAsked, "before">,
): Decision<Slot> {
  if (!visitable.includes(claim.state)) {
    return refuseClaim("claim_not_at_this_step");
  }
  return (
    refusedChange(change) ??
    offeredSlot({ ...asked, before: claim.state === "reported" ? claim.dueAt : null })
  );
}
