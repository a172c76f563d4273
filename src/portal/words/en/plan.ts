/** What an owner can do with a plan beside using it. */
export const plan = {
  title: "Your plan",
  giveBack: "Give the plan back",
  giveBackNote: "See first what comes back, and by which rule.",
  passOn: "Pass the plan on",
  passOnNote: "To somebody else, together with the device. They have to agree.",
  passNever: "The terms do not let this plan pass on to somebody else.",
  passWaits: "Passing on: waiting for their answer",
  passWaitsNote: "See it, or take it back.",
  payments: "My payments",
  paymentsNote: "Receipts and refunds.",
  ended: (plan: string) => `${plan}: ended early`,
  endedNote: "The acknowledgement, and how your money stands.",
  suspended: "Your plan is suspended",
  suspendedSays:
    "The bank has taken its payment back, because somebody disputed it there. While that is open, nothing can be reported on the plan. When it is settled for the plan, the plan goes on with all that is left.",
  disputedByMistake: "Disputed by mistake? Tell your bank, then write to us",
} as const;
