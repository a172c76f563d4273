/** Withdrawing from an order: the two steps that the law of the Union asks for, and the acknowledgement. */
export const withdraw = {
  offer: "Withdraw from contract here",
  title: "Withdraw from your order",
  intro:
    "You may change your mind without giving a reason. Say here what you withdraw from; " +
    "you confirm it on the next page.",
  what: "What you withdraw from",
  whatMissing: "Choose at least one of these.",
  name: "Your name",
  order: "Order",
  mail: "Where we confirm it",
  until: (day: string) => `You can say so until ${day}.`,
  open: "You can say so until it has come, and for fourteen days after.",
  line: (quantity: number, name: string) => (quantity === 1 ? name : `${quantity} × ${name}`),
  confirmTitle: "Confirm your withdrawal",
  statement: (name: string, order: string) => `I, ${name}, withdraw from my contract of order ${order} for:`,
  follows:
    "Unused codes stop working, and what you paid for them goes back the way it was paid. Goods that " +
    "have come " +
    "are sent back to us; we write to you how.",
  confirm: "Confirm withdrawal",
  keep: "Go back, withdraw from nothing",
  doneTitle: "You have withdrawn",
  doneSays: (moment: string) =>
    `We have your withdrawal, told on ${moment}, and have sent you its words by e-mail.`,
  toldAt: "Told on",
  states: { told: "We look at it and write to you.", answered: "Answered" },
  answer: "Our answer",
  used: "A plan that has begun is given up on the page of its device.",
  toDevices: "Your devices",
  toOrder: "To the order",
  notTitle: "You cannot withdraw here",
  notSays: "The time for it is over, or this was bought for a business. A code may still pay something back.",
  more: "Withdraw from more",
  print: "You can print this page or keep it as a file.",
} as const;
