/** Paying: the ways, a step at the bank, a transfer, and what a card stands for. */
export const pay = {
  methodNotes: {
    card: "You go to the page of our payment provider and come back here.",
    bank_transfer: "We show you the account. It takes one to three working days.",
    invoice: "You pay later, by transfer, until the day the invoice names.",
  } as Readonly<Record<string, string>>,
  testNote: "Test: no money moves",

  stepTitle: "One step is left at your bank",
  stepSays: "Finish paying there. You come back here, and this page knows how it went.",
  stepButton: "Go on to pay",
  stepOther: "To pay another way, say no there first. Nothing is taken until you say yes.",

  transferWaits: "Waiting for your transfer",
  transferTitle: "Transfer this",
  transferSays: "Write the reference just as it stands: by it we know that the money is yours.",
  to: "To",
  iban: "IBAN",
  bic: "BIC",
  amount: "Amount",
  amountLeft: "Still missing",
  reference: "Reference",
  came: "Has come so far",
  cameOf: (came: string, all: string) => `${came} of ${all}`,
  tooLittle: (sum: string) =>
    `Not all of it has come: ${sum} is missing. What came is kept for this. Transfer the rest with the same reference.`,
  ifTooLittle:
    "Did too little come? We keep it, and this page says what is missing. Too much? A person sends it back.",
  seen: "A transfer takes one to three working days. You can close this page: we go on when the money is here.",
  seeTransfer: "See how to transfer",
  otherWay: "Pay another way",
  otherWaySays: "As long as nothing has come you may choose anew. Do not transfer it then, too.",

  holdTitle: "What your card stands for",
  holdSum: "Sum",
  holdWho: "Who holds it",
  holdWhoSays: "The bank of your card. We cannot use the money meanwhile, and nor can you.",
  holdFree: "Let go",
  holdFreeSays: "as soon as your old device is here, with its parts",
  holdTaken: "Taken only if",
  holdTakenSays: [
    "the old device does not come back in time,",
    "another device comes back,",
    "or parts of it are missing.",
  ],
  holdNever: "Never before we have written to you and waited three days.",
  holdAgree: (sum: string) => `I agree that my card stands for ${sum}`,
  holdAgreeLegend: "Your agreement",
  holdAgreeMissing: "Agree to what your card stands for, or choose another service on the case page",

  done: "Paid",
  receipt: "See the receipt",
  goOn: "Go on",
} as const;
