/** The page of one refund, for whoever gets it. */
export const refund = {
  title: (sum: string) => `Your refund of ${sum}`,
  by: (day: string) => ` It is with you by ${day} at the latest.`,
  requested: "A second person looks at it before we pay, as it is a larger sum.",
  approved: (way: string) => `It was agreed to and is on its way ${way}.`,
  paid: (day: string, way: string) =>
    `It was paid on ${day}, ${way}. Your bank may take some days to show it.`,
  failed: "The payment did not go through. You need not do anything: a person sees to it.",
  declined: "It was declined. What it was for goes on.",
  declinedFor: "The reason that was given:",
  declinedNext: "If you do not agree, write to us: somebody else looks at it again.",
  ways: {
    provider: "the way it was paid",
    transfer: "by a bank transfer",
    balance: "into your balance with us",
    dispute: "by your bank, in the dispute about the payment",
  } as Readonly<Record<string, string>>,
  see: "See how it stands and how it was reckoned",
  forPlan: "What became of the plan",
  forOrder: "The order it is for",
  forCase: "The case it is for",
  allPayments: "All my payments and refunds",
} as const;
