import { priceChanged } from "../contracts/index.ts";
import { refusals } from "../platform/index.ts";

/** Every "no" that a claim can meet. */
export const refuse = refusals({
  device_unknown: {
    says: "We do not know this serial yet.",
    next: "Check the serial on the device. If it is right, activate its plan first.",
  },
  unit_replaced: {
    says: "This unit was replaced. The plan is on the unit that came in its place.",
    next: "Report the damage of the new unit, with the serial that is printed on it.",
  },
  claim_open_already: {
    says: "There is an open claim for this device.",
    next: "Go on with that claim if it is yours. If you cannot see it, ask us: another holder opened it.",
  },
  incident_in_future: {
    says: "The incident lies in the future.",
    next: "Give the day on which it happened.",
  },
  claim_not_at_this_step: {
    says: "The claim is not at this step.",
    next: "Look at the claim: somebody may have been faster, or a step before this one is missing.",
  },
  waiting_is_over: {
    says: "The time to answer is over, and the device goes back as it is.",
    next: "Report the damage again if you still want it repaired or replaced.",
  },
  route_not_offered: {
    says: "This way is not on the choice sheet.",
    next: "Choose one of the ways that GET /v1/claims/{id}/choices lists.",
  },
  price_changed: priceChanged,
  use_not_free: {
    says: "The plan has no use that is free for this case.",
    next: "Look at the contract: another case has taken the last, it has ended, or its payment is disputed.",
  },
  hold_not_placed: {
    says: "The card does not stand for the device yet.",
    next: "Wait until the hold is placed, or pay with another card: POST /v1/claims/{id}/payment.",
  },
  return_awaited: {
    says: "The old device has not come back yet.",
    next: "Send it by the day that the claim says. The case closes by itself after it came.",
  },
  nothing_to_pay: {
    says: "There is nothing to pay on this claim.",
    next: "Go on: the service centre has the ball.",
  },
  payment_running: {
    says: "A payment for this claim is on its way.",
    next: "Wait for its outcome, then cancel if you still want to.",
  },
});
