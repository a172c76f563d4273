import { refusals } from "../platform/index.ts";

/** Every "no" of this module. */
export const refuse = refusals({
  quantity_not_sold: {
    says: "This quantity is not sold.",
    next: "Order one of the nearest quantities instead.",
  },
  renewal_is_no_code: {
    says: "This product prolongs a running contract; it is not sold as a code.",
    next: "Open the contract and renew it there.",
  },
  programmes_mixed: {
    says: "These products belong to different programmes.",
    next: "Place one order for each programme.",
  },
  country_not_served: {
    says: "The programme does not serve this country.",
    next: "A device and its plan must come from a country the programme serves.",
  },
  offer_refused: {
    says: "The terms do not allow this plan to be sold there.",
    next: "The receipt names the clauses that speak against it.",
  },
  price_missing: {
    says: "There is no price for these products together in this region.",
    next: "Order them one by one, or ask us for an offer.",
  },
  order_not_open: {
    says: "This order cannot be paid any more.",
    next: "Look at the order: its state says what became of it.",
  },
  codes_not_ready: {
    says: "There are no codes yet: the order is not paid.",
    next: "Pay the order. Its codes are mailed and shown here as soon as the money has arrived.",
  },
  order_without_codes: {
    says: "This order has no codes: it is of goods alone.",
    next: "Look at the order: it says when its goods come.",
  },
  code_not_of_order: {
    says: "A code you named is not one of this order.",
    next: "Compare the last four characters with the order, which lists them.",
  },
  code_has_contract: {
    says: "This code is used: it became a contract.",
    next: "Give the contract up instead.",
  },
  nothing_to_return: {
    says: "There is no unused code here that could be given back.",
    next: "A used code is given up as the contract it became; what was given back is on its way already.",
  },
  codes_disputed: {
    says: "The payment of these codes is disputed: their bank is looking at it.",
    next: "Wait until the dispute has ended. Won, the codes are good again and can be given back.",
  },
  code_without_sale: {
    says: "Nothing was paid to us for this code.",
    next: "Give it back where it was bought: who sold it pays you back.",
  },
  return_refused: {
    says: "Neither the terms nor the law pay back this code.",
    next: "The receipt names what speaks against it. The code stays good: it can be used.",
  },
  return_undecided: {
    says: "It cannot be decided yet what this code pays back: a fact it rests on is not known.",
    next: "Write to us, with what the receipt names under needs.",
  },
  shop_connected: {
    says: "This shop is connected already.",
    next: "Change it where it stands in the list of shops.",
  },
  message_does_not_wait: {
    says: "This message does not wait for anybody.",
    next: "Look at what became of it: only one that waits is worked again by hand.",
  },
});
