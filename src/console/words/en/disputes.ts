/** Booking a dispute by hand. */
export const disputes = {
  took: "A card holder's bank took this back",
  tookNote:
    "Book it when no message of the provider did: from then on what was paid with it gives nothing, until the bank has decided.",
  begin: "Book a dispute",
  amount: (currency: string) => `Taken back, ${currency}`,
  reason: "What the bank says",
  reasonHint: "As the provider wrote it: fraudulent, not received",
  providerRef: "What the provider calls it",
  answerBy: "Evidence until the end of",
  book: "Book it",
  booked: "Booked. What it paid for is suspended.",
};
