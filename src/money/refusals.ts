import { refusals } from "../platform/index.ts";

/** Every "no" of this module. */
export const refuse = refusals({
  payment_underway: {
    says: "A payment of this charge is on its way.",
    next: "Wait until it is known how it ended; nothing is taken twice.",
  },
  charge_captured: {
    says: "This is paid.",
    next: "There is nothing more to pay here.",
  },
  charge_cancelled: {
    says: "This is no longer owed.",
    next: "Start over if you still want it.",
  },
  charge_not_captured: {
    says: "Nothing was paid for this, so nothing can be paid back.",
    next: "Look at the charge: an open one can be given up instead.",
  },
  refund_above_captured: {
    says: "So much of this payment is not left to be paid back.",
    next: "Look at the refunds of the charge: what was promised counts already, also while it is unpaid.",
  },
  sale_refunded: {
    says: "This plan was given back before.",
    next: "Look at the refunds of the charge: one of them is for this plan.",
  },
  goods_not_there: {
    says: "So many pieces of these goods are not there to be paid back.",
    next: "Look at the order: pieces that were handed over, cancelled or returned count already.",
  },
  over_credit: {
    says: "This costs more than there is to spend.",
    next: "Transfer what is missing to the balance, or pay by card.",
  },
  account_currency_differs: {
    says: "This reseller has no account in this currency.",
    next: "Pay by card or by bank transfer.",
  },
  correction_ended: {
    says: "This correction was booked or declined already.",
    next: "Look at the reseller's statement; ask for another one where something is still wrong.",
  },
  correction_same_person: {
    says: "Whoever asked for a correction cannot agree to it.",
    next: "Ask another manager.",
  },
  refund_decided: {
    says: "This refund was decided already.",
    next: "Look at the refund: its state says what became of it.",
  },
  same_person: {
    says: "Whoever asked for a refund above the limit cannot agree to it.",
    next: "Ask another person who may approve refunds.",
  },
  refund_not_waiting: {
    says: "This refund does not wait for its payment.",
    next: "Look at the refund: it is not agreed to yet, or it is over.",
  },
  refund_underway: {
    says: "This refund is being paid.",
    next: "Wait until it is known how that ended; nothing is paid twice.",
  },
  refund_no_provider: {
    says: "What this charge was paid by gives nothing back by itself.",
    next: "Transfer it by the bank and send the transfer's reference.",
  },
  refund_settled: {
    says: "The payer's bank has paid a part of this refund already.",
    next: "Agree to it: only the rest is paid by us.",
  },
  refund_leaves_us: {
    says: "This money was with us: it is not put into a balance again.",
    next: "Send it by a bank transfer, or give it back by the provider it came from.",
  },
  balance_empty: {
    says: "This payer has nothing with us.",
    next: "Look at GET /v1/payer-balances for who has, and at the refunds of the charge for what went out.",
  },
  above_balance: {
    says: "So much is not in the payer's balance.",
    next: "Ask for no more than what is in it; what was promised out of it counts already.",
  },
  balance_kept: {
    says: "This is a part of what its charge waits for, and is kept until the rest comes.",
    next: "Wait for the rest, or have the charge paid otherwise: then it is the payer's.",
  },
  balance_disputed: {
    says: "The payer's bank has taken money back that this balance came from.",
    next: "Wait until the dispute has ended: what the bank does not keep can be paid out then.",
  },
  balance_not_by_provider: {
    says: "So much of this balance did not come by a provider that gives money back.",
    next: "Send it by a bank transfer.",
  },
  credit_returned: {
    says: "This money goes back to where it came from, or has gone.",
    next: "Look at the refunds of the kind `credit`: one of them is of this money.",
  },
  credit_paid_out: {
    says: "This is what a provider paid out to us: nobody's payment.",
    next: "Look at the report of that provider; there is nothing to give to a charge or to send back.",
  },
  hold_not_captured: {
    says: "Nothing was captured of this hold, so nothing can be paid back.",
    next: "Look at the hold: one that is placed can be released instead.",
  },
  refund_above_hold: {
    says: "So much of what was captured of this hold is not left to be paid back.",
    next: "Look at the refunds of the hold: what was promised counts already, also while it is unpaid.",
  },
  capture_asked: {
    says: "Somebody has asked for a capture of this hold already.",
    next: "Have another person agree to it or decline it first.",
  },
  capture_not_asked: {
    says: "No capture of this hold waits for another person.",
    next: "Look at the hold: it may have been decided already.",
  },
  capture_same_person: {
    says: "Whoever asked for a capture above the limit cannot agree to it.",
    next: "Ask another manager.",
  },
  hold_underway: {
    says: "The card is being asked, and its answer is not known yet.",
    next: "Wait until it is known how that ended; nothing is held or taken twice.",
  },
  hold_over: {
    says: "This hold has ended.",
    next: "Look at the hold: its state says what became of it.",
  },
  hold_not_due: {
    says: "The time to send the device back is not over.",
    next: "Wait for the deadline. Nothing is taken before it.",
  },
  hold_without_notice: {
    says: "The owner was not told that the hold will be taken.",
    next: "Send the notice first: POST /v1/holds/{id}/reminder.",
  },
  hold_notice_runs: {
    says: "The owner was told, and the time to answer runs.",
    next: "Wait until captureFrom. Nothing is taken before it.",
  },
  hold_noticed: {
    says: "The owner was told already that the hold will be taken.",
    next: "Wait until captureFrom, then it can be captured.",
  },
  hold_not_covered: {
    says: "No card stands for this hold now.",
    next: "Ask the owner for another card, or settle it with them.",
  },
  hold_above_authorised: {
    says: "More than is held cannot be captured.",
    next: "Capture no more than the amount of the hold.",
  },
  dispute_closed: {
    says: "This dispute has ended.",
    next: "Look at the dispute: its state says how.",
  },
  dispute_above_captured: {
    says: "More is disputed than was paid.",
    next: "Compare the amount with the charge, and with what the provider says.",
  },
  credit_assigned: {
    says: "This money has been given to a charge already.",
    next: "Look at the charge it was given to.",
  },
  credit_unknown: {
    says: "There is no such money at our bank.",
    next: "Look at the credits of the bank, and name the one that came from this supplier.",
  },
  sum_differs: {
    says: "The money is not what these recoveries come to.",
    next: "Name all that it pays, to the cent; what was paid short is answered as accepted in part first.",
  },
  currency_differs: {
    says: "The money is of another currency than the charge.",
    next: "Give it to a charge of its currency, or send it back.",
  },
  tariff_set: {
    says: "Something is agreed from that day on already.",
    next: "Set what follows it from a later day.",
  },
  difference_ended: {
    says: "This difference has ended.",
    next: "Look at the difference: its state says how.",
  },
  nothing_to_post: {
    says: "Nothing can be posted for this difference by itself.",
    next: "Correct what is wrong by its own act, or accept the difference with a reason.",
  },
  second_person_settles: {
    says: "So much is settled by two: you have asked for it already.",
    next: "Have another manager settle it in the same way.",
  },
  asked_otherwise: {
    says: "The first of two asked for another way to settle this.",
    next: "Look at what was asked, and settle it so; or let it wait.",
  },
  reconciling: {
    says:
      "The books are being matched with the world outside: " +
      "nothing is shipped and no money is taken until then.",
    next:
      "Wait until a manager has ended it: evermend reconcile status says what is missing. " +
      "A parcel that has left already is written down once its carrier's report tells of it.",
  },
  reconcile_mode_on: {
    says: "The books are being matched with the world outside already.",
    next: "Look at GET /v1/status for what is missing.",
  },
  reconcile_mode_off: {
    says: "The books are not being matched with the world outside.",
    next: "There is nothing to end.",
  },
  reconcile_unfinished: {
    says: "The world outside is not matched yet.",
    next: "Wait until every open payment was asked about, and settle every open difference of money.",
  },
});
