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
});
