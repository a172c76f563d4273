import { refusals } from "../platform/index.ts";

/** Also said of a claim's ways, in words of their own. */
export const priceChanged = {
  says: "This does not cost what you saw: its price has changed.",
  next: "Look at the price that holds now, and decide again.",
};

/** Every "no" of contracts. */
export const refuse = refusals({
  code_refused: {
    says: "This code cannot be activated.",
    next: "Compare it with your card or mail, letter by letter. If it is right, ask the shop that sold it.",
  },
  code_disputed: {
    says: "This code cannot be activated now: its payment is disputed, and a bank is looking at it.",
    next: "Ask whoever bought it. When the dispute is won, or taken back at the bank, the code works again.",
  },
  code_used: {
    says: "You have activated this code already.",
    next: "Look at your devices: the contract it became is there.",
  },
  terms_refuse: {
    says: "The terms do not allow it.",
    next: "The receipt names the clauses that speak against it, and the ways that are still open.",
  },
  terms_undecided: {
    says: "The terms cannot decide this yet: a fact they rest on is not known.",
    next: "Send the facts that the receipt names under needs, and try again.",
  },
  activation_disagrees: {
    says: "We have another first activation of this device on record than the one you gave.",
    next: "Ask us to look at it: a person compares the record with what you can show.",
  },
  model_disagrees: {
    says: "We know this serial as another model.",
    next: "Check the serial on the device itself. If it is right, ask us to look at it.",
  },
  serial_retired: {
    says: "This serial was taken back in a replacement. It is bound to nothing any more.",
    next: "Use the serial of the unit you got for it.",
  },
  serial_promised: {
    says: "This unit was given in place of another, and takes over its plan.",
    next: "There is nothing to activate: the plan moves to it by itself, at the moment its terms say.",
  },
  region_unknown: {
    says: "The programme has no such region.",
    next: "Name the region the device was bought in, as the terms list them.",
  },
  contract_running: {
    says: "This device has a plan already.",
    next: "Look at the device: its plan may be renewed, or another one follows when it ends.",
  },
  renewal_underway: {
    says: "The plan of this device is being renewed: its payment is on its way.",
    next: "Wait until it is known how the payment ended. If it fails, activate the code then: it stays good.",
  },
  renewal_has_no_place: {
    says: "The contract this renewal was paid for cannot be concluded any more.",
    next: "Give the money back: the event RenewalRefundDue names the charge.",
  },
  serial_known: {
    says: "This serial belongs to a device already, or did.",
    next: "Read the serial of the replacement unit again, or take another unit.",
  },
  no_running_contract: {
    says: "There is no running contract that could be renewed.",
    next: "Ask whether the device may have a new plan: the coverage page says so.",
  },
  nothing_to_renew_into: {
    says: "No plan follows this one on this device.",
    next: "When it ends, ask whether the device may have a new plan.",
  },
  price_changed: priceChanged,
  renewal_not_priced: {
    says: "The plan that follows has no price in the currency of this contract.",
    next: "Ask us: a person can tell what it costs.",
  },
  renewed_by_hand_only: {
    says: "The terms of this plan do not let it renew by itself.",
    next: "Renew it by hand when we remind you.",
  },
  renews_itself_already: {
    says: "This plan renews by itself already.",
    next: "Stop that first to change how it is paid.",
  },
  renewed_by_hand_already: {
    says: "This plan does not renew by itself.",
    next: "There is nothing to stop.",
  },
  transfer_to_oneself: {
    says: "This address has the contract already.",
    next: "Give the address of the person who is to have it.",
  },
  contract_not_running: {
    says: "The contract does not run: it has ended, is used up, or has not begun.",
    next: "Only a running contract passes to somebody else.",
  },
  claim_underway: {
    says: "A case is open on this device.",
    next: "Finish it or take it back first: it was opened by the one who has the contract now.",
  },
  renewal_being_paid: {
    says: "The contract is being renewed: its payment is on its way.",
    next: "Wait until it is known how the payment ended, and ask again.",
  },
  transfer_underway: {
    says: "This contract is being passed on already: the other side has not answered yet.",
    next: "Wait for the answer, or take the transfer back and ask anew.",
  },
  transfer_ended: {
    says: "This transfer has ended: it was agreed to, declined, taken back, or not answered in time.",
    next: "If the contract is still to pass on, its holder asks anew.",
  },
  not_yours_to_answer: {
    says: "Only the person who is to have the contract can answer.",
    next: "They have the link in their mail. Who has it now can take it back instead.",
  },
  not_yours_to_withdraw: {
    says: "Only the person who has the contract can take the transfer back.",
    next: "Decline it instead: then everything stays as it is.",
  },
  renewed_already: {
    says: "This contract is renewed already, or its renewal is being paid.",
    next: "Look at the device: the contract that follows, or the open charge, is there.",
  },
  contract_cancelled: {
    says: "This contract was ended before.",
    next: "Look at the contract: what it paid back stands there.",
  },
  contract_over: {
    says: "This contract has run its time.",
    next: "Nothing is left of it that could be given up.",
  },
  payment_disputed: {
    says: "The payment of this plan is disputed at the bank, which has taken the money back meanwhile.",
    next: "Wait until the bank has decided, or have the dispute taken back there.",
  },
  claim_open_on_plan: {
    says: "A case is open on this device, so its plan cannot be given up now.",
    next: "Finish the case, or take it back while nothing was replaced; then give the plan up.",
  },
  paid_elsewhere: {
    says: "Nothing was paid to us for this plan: its code was sold by somebody else.",
    next: "Give it back where you bought it. Who sold it pays you back and has the plan ended with us.",
  },
  refund_for_a_person: {
    says: "The terms say that something comes back, and the sum cannot be reckoned from what is known.",
    next: "Write to us: a person looks at it. The receipt names what is missing.",
  },
  warranty_changed_meanwhile: {
    says: "The record of this warranty was changed since you looked at it.",
    next: "Look at it again, and decide anew.",
  },
  warranty_unproved: {
    says: "A warranty never rests on somebody's word alone.",
    next: "Name what you have seen: an invoice and its number, an entry of the maker's registry.",
  },
  batch_of_renewals: {
    says: "This product prolongs a running contract; there are no codes of it.",
    next: "Ask for codes of the plan that is bought first.",
  },
  batch_not_offered: {
    says: "The terms do not allow this plan to be sold in that region.",
    next: "The receipt names the clauses that speak against it. Choose another region.",
  },
  use_by_over: {
    says: "The last day of these codes is over already.",
    next: "Ask for codes with a later last day.",
  },
  batch_decided: {
    says: "Nothing of this batch waits for a decision any more.",
    next: "Look at the batch: it says who decided it, and when.",
  },
  batch_same_hand: {
    says: "Who asked for this does not decide it, whatever key or sign-in is used.",
    next: "Have another person look at the batch and decide it.",
  },
  batch_not_released: {
    says: "This batch was never released, so there are no codes of it.",
    next: "Decline it instead, while it waits.",
  },
  batch_voided: {
    says: "This batch was taken out of use before.",
    next: "Look at the batch: what became of its codes stands there.",
  },
  batch_used_up: {
    says: "No code of this batch is left that could be taken out of use.",
    next: "Codes that became contracts are given up as those contracts.",
  },
});
