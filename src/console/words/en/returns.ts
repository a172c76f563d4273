/** Old devices of advance exchanges that are to come back, and what is done about those that do not. */
export const returns = {
  title: "Return overdue",
  note: "The replacement has left, and a card stands for the device that is to come back.",
  device: "Device",
  owner: "Owner",
  stage: "Stage",
  stages: {
    due: "On its way",
    overdue: "Overdue",
    noticed: "Owner was told",
    review: "Look at what came",
    lapsed: "No card any more",
    over: "Settled",
  },
  views: {
    late: "Late or to look at",
    due: "On its way",
    over: "Settled",
    all: "All",
  } as Readonly<Record<string, string>>,
  empty: {
    late: "Nothing is overdue, and nothing waits for a look.",
    due: "Nothing is on its way back.",
    over: "Nothing has been settled yet.",
    all: "No advance exchange has left yet.",
  } as Readonly<Record<string, string>>,
  states: { received: "Received", charged: "Charged", waived: "Let go" } as Readonly<Record<string, string>>,
  sorts: { due: "Due first", latest: "Due last", amount: "Highest sum" },
  sort: "Order",
  days: "Days",
  daysLeft: (days: number) =>
    days < 0
      ? `${-days} ${days === -1 ? "day" : "days"} late`
      : `${days} ${days === 1 ? "day" : "days"} left`,
  due: "Due",
  sum: "Sum on the card",
  takenFrom: "Taken from",
  came: "What came",
  act: "Act",
  actOn: (device: string) => `Act on ${device}`,
  close: "Close",
  waits: "Waits for a second person",
  toHold: "Open the hold",
  toCase: "Open the case",
} as const;
