/** The screens of who has codes made: batches, and what became of every code. */
export const batches = {
  title: "Codes",
  tabs: { supply: "Supply", batches: "Batches", settlement: "Settlement" },

  batchesTitle: "Batches of codes",
  empty: "There is no batch yet. Ask for one; another person releases it, and its codes are made.",
  none: "No batch is in this state.",
  all: "All states",
  batch: "Batch",
  sku: "SKU",
  region: "Region",
  quantity: "Codes",
  made: "Made",
  useBy: "Last day",
  forEver: "None",
  state: "State",
  states: {
    ...{ asked: "Waits for a second person", released: "Released", declined: "Declined" },
    voided: "Taken out of use",
  },
  askedBy: "Asked for by",
  askedAt: "Asked for",
  decidedBy: "Decided by",
  reason: "Reason",
  note: "Note",

  ask: "Ask for codes",
  plan: "Plan",
  regionHint: "By the region's name in the terms, such as EU",
  useByHint: "A code can be used until this day is over there. Without one it keeps for ever.",
  asked: (quantity: number) => `${quantity} codes are asked for. Another person releases them.`,
  progress: (made: number, of: number) =>
    `${made.toLocaleString("en")} of ${of.toLocaleString("en")} codes are made`,

  decide: "Decide it",
  release: "Release",
  decline: "Decline",
  needsAnother: "Another person than the one who asked decides, whatever key or sign-in is used.",
  void: "Take out of use",
  voidAgree: "Agree, and take it out of use",
  keep: "Keep it in use",
  voidNote:
    "Every unused code stops working at once. What was sold is issued anew and mailed to its buyers;" +
    " no money moves. More than a hundred unused codes take a second person, who presses the same button.",
  voidWaits: (reason: string) => `Somebody wants this batch taken out of use: ${reason}`,
  voidedNote: (reason: string) => `This batch was taken out of use: ${reason}`,
  done: "It is done.",

  codes: "Its codes",
  figures: {
    ...{ stock: "In stock", held: "Of those, held for orders", sold: "Sold, not handed out" },
    ...{ delivered: "Delivered", redeemed: "Used", void: "Out of use", expired: "Ended" },
  },

  settlementTitle: "Settlement of codes",
  settlementNote:
    "What was made is in stock, sold, delivered, used, out of use or ended. The rest is nothing.",
  by: "By",
  ways: { batch: "Batch", reseller: "Reseller and month" },
  month: "Month",
  reseller: "Reseller",
  nobody: "Bought for themselves",
  minted: "Made",
  difference: "Rest",
  settlementEmpty: "No code has been made yet.",

  codesTitle: "Codes of a figure",
  codesEmpty: "There is no such code.",
  last4: "Ends in",
  order: "Order",
  soldAt: "Sold",
  voidedFor: "Out of use because",
  why: {
    ...{ returned: "Given back", disputed: "Payment disputed", lost: "Lost, issued anew" },
    stolen: "Its batch was taken out of use",
  },
} as const;
