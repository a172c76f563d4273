/** What a cause is: in a sentence, with the way on, and whether money may be missing by it. */
interface Cause {
  readonly says: string;
  readonly next: string;
  /** Money or goods may have moved otherwise than our books say; reconcile mode does not end before. */
  readonly isMoney: boolean;
  /** What can be posted for it: what their line says beyond what we expected. */
  readonly correction?: "fee" | "payout_rest" | "parcel";
}

const look = "Compare both sides; post what is missing with its act, or settle the difference with a reason.";
const askThem = "Ask them about it with their reference, then settle the difference with what they said.";

/** Every reason why two sides differ: a closed list. */
export const CAUSES = {
  captured_here_not_there: {
    says: "We hold this as paid, and their report does not know of it.",
    next: askThem,
    isMoney: true,
  },
  captured_there_not_here: {
    says: "They took this money, and we have no payment for it.",
    next: "Ask what became of its charge; refund it there when it belongs to nothing.",
    isMoney: true,
  },
  amount_differs: { says: "They moved another amount than we booked.", next: look, isMoney: true },
  currency_differs: { says: "They moved another currency than we booked.", next: look, isMoney: true },
  doubled_there: {
    says: "They did this twice, and we once.",
    next: "Have the second one given back, then settle the difference.",
    isMoney: true,
  },
  doubled_here: {
    says: "We hold two payments by one of theirs.",
    next: "One of them was not paid. Find out which, and correct it.",
    isMoney: true,
  },
  refund_here_not_there: {
    says: "We hold this as paid back, and their report does not know of it.",
    next: askThem,
    isMoney: true,
  },
  refund_there_not_here: {
    says: "They paid this back, and we have promised no such refund.",
    next: "Find out who had it paid back there; ask for the refund here so that the plan ends with it.",
    isMoney: true,
  },
  refund_amount_differs: {
    says: "They paid back another amount than we booked.",
    next: look,
    isMoney: true,
  },
  late: {
    says: "It is on its way: one side has it, the other may take some days.",
    next: "Wait; a later night explains it or calls it missing.",
    isMoney: false,
  },
  fee_unexpected: {
    says: "They kept a fee, and none was agreed.",
    next: "Post it when it is right, or ask them for it back.",
    isMoney: true,
    correction: "fee",
  },
  fee_differs: {
    says: "They kept another fee than was agreed.",
    next: "Post it when it is right, or ask them for the rest back.",
    isMoney: true,
    correction: "fee",
  },
  payout_missing: {
    says: "They say they paid this out, and it has not come to our bank.",
    next: askThem,
    isMoney: true,
  },
  payout_short: {
    says: "Less came to our bank than they say they paid out.",
    next: "Post the rest as their cost when a bank kept it, or ask them for it.",
    isMoney: true,
    correction: "payout_rest",
  },
  dispute_unknown: {
    says: "A card holder's bank took this back, and we know of no dispute.",
    next: "Book the dispute: POST /v1/disputes.",
    isMoney: true,
  },
  dispute_here_not_there: {
    says: "We hold this as disputed, and their report does not know of it.",
    next: askThem,
    isMoney: true,
  },
  unknown_reference: {
    says: "Their line names nothing that we know.",
    next: askThem,
    isMoney: true,
  },
  other_programme: {
    says: "Their line belongs to another programme.",
    next: "Give it to the books of that programme, then settle the difference.",
    isMoney: true,
  },
  bank_credit_unallocated: {
    says: "Money came to our bank, and belongs to nothing yet.",
    next: "Give it to a charge: POST /v1/bank-credits/{id}/assignment.",
    isMoney: false,
  },
  invoice_overdue: {
    says: "An invoice was not paid by its day.",
    next: "Remind its payer.",
    isMoney: false,
  },
  reseller_counts_more: {
    says: "The reseller counts more codes than we sold.",
    next: askThem,
    isMoney: false,
  },
  reseller_counts_fewer: {
    says: "The reseller counts fewer codes than we sold.",
    next: askThem,
    isMoney: false,
  },
  parcel_never_shipped: {
    says: "The carrier bills a parcel that we never shipped.",
    next: askThem,
    isMoney: true,
    correction: "parcel",
  },
  parcel_billed_twice: {
    says: "The carrier bills a parcel twice.",
    next: "Ask for the second one back.",
    isMoney: true,
    correction: "parcel",
  },
  parcel_weight_differs: {
    says: "The carrier bills more weight than a parcel of ours has.",
    next: "Post it when it is right, or ask for the rest back.",
    isMoney: true,
    correction: "parcel",
  },
  parcel_price_differs: {
    says: "The carrier bills another price than was agreed.",
    next: "Post it when it is right, or ask for the rest back.",
    isMoney: true,
    correction: "parcel",
  },
  day_boundary: {
    says: "Only the day differs: their clock and ours stand on two sides of midnight.",
    next: "Nothing is to be done.",
    isMoney: false,
  },
  clearing_differs: {
    says: "Line by line nothing is open, and still our books say they owe us another sum than their report.",
    next: look,
    isMoney: true,
  },
} as const satisfies Record<string, Cause>;

export type CauseName = keyof typeof CAUSES;

/** Their names, in order. */
export const causeNames = Object.keys(CAUSES) as CauseName[];

/** What a cause is. */
export function causeOf(name: CauseName): Cause {
  return CAUSES[name];
}

/** The causes by which money may be missing. */
export const moneyCauses: readonly CauseName[] = causeNames.filter((name) => CAUSES[name].isMoney);
