import { priceChanged } from "../contracts/index.ts";
import { refusals } from "../platform/index.ts";

/** Every "no" that a claim can meet. */
export const refuse = refusals({
  device_unknown: {
    says: "We do not know this serial yet.",
    next: "Check the serial on the device. If it is right, activate its plan first.",
  },
  plan_not_moved: {
    says: "The plan has not moved to this unit yet: its case is still open.",
    next: "Its case says when it moves. Has the unit arrived? Say so there, and the plan is on this unit.",
  },
  old_unit_not_back: {
    says: "The plan moves to this unit when the old one has come back to us, and it has not yet.",
    next: "Send the old unit as its case says: once it is here the plan is on this unit.",
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
  appeal_not_now: {
    says: "There is no decision to contest at this step of the case.",
    next: "Contest it when the answer is no, or when the choice sheet is there and nothing is chosen.",
  },
  appeal_asked: {
    says: "This decision is being looked at again already.",
    next: "Wait for the outcome: we write to you.",
  },
  appealed_before: {
    says: "This decision was looked at again, and stands.",
    next: "Take one of the ways that are open. A new inspection can be contested anew.",
  },
  appeal_decided: {
    says: "This appeal was decided, or taken back.",
    next: "Look at the case: it says what came of it.",
  },
  decided_before: {
    says: "Whoever decided something of a case before does not decide its appeal.",
    next: "Hand it to somebody who has neither inspected it nor decided or overridden anything of it.",
  },
  appeal_grants_nothing_here: {
    says: "Something can be granted at once only when the device was inspected.",
    next: "Uphold it with another look: the case goes on as if it had not been refused.",
  },
  appeal_open: {
    says: "An appeal is being decided, and nothing of the case moves until then.",
    next: "Wait for its outcome, or let its owner take it back: POST /v1/appeals/{id}/withdrawal.",
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
  quote_expired: {
    says: "This quote is not valid any more.",
    next: "Take another way on the sheet, or ask the service centre for a new quote.",
  },
  question_open: {
    says: "The owner was asked about what came, and has not answered yet.",
    next: "Wait for the answer, give it here when the owner tells you by phone, or withdraw the question.",
  },
  no_question: {
    says: "Nothing is asked about this claim.",
    next: "Look at the claim: the question was answered, or its time is over.",
  },
  no_such_answer: {
    says: "This is no answer to what was asked.",
    next: "Give one of those that the claim lists under its question.",
  },
  nothing_to_waive: {
    says: "Sending this device back costs nothing.",
    next: "Look at the choice sheet: the way back is free, or was paid.",
  },
  nothing_waived: {
    says: "Nothing is waived of what sending this device back costs.",
    next: "Look at the choice sheet: it says what the way back costs.",
  },
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
  not_swapped_on_receipt: {
    says: "This device is not swapped before it was inspected.",
    next: "Inspect it: its terms, its parts or its way ask for that.",
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
