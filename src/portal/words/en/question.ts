/** What is said of a parcel that was not what was awaited, and of quotes. */
export const question = {
  title: "We have a question about your parcel",
  button: "Answer our question",
  bench: "The service centre writes",
  cameOf: {
    another_device: "Another device was in your parcel than the one you reported.",
    another_maker: "What was in your parcel is not one of our devices.",
    parts_missing: "Your parcel has arrived, but not everything that has to come was in it.",
    parts_unasked: "More was in your parcel than we asked for.",
    condition_differs: "Your device looks otherwise than you told us.",
  } as Readonly<Record<string, string>>,
  did: {
    ask: "We asked you.",
    refuse: "We sent it back as it was.",
    continue: "We went on all the same.",
  } as Readonly<Record<string, string>>,
  missing: (parts: string) => `Missing: ${parts}`,
  reasonOurs: (reason: string) => `Our reason: ${reason}`,
  cameOtherwise: "What came",
  expected: "We expected",
  what: "What shall we do?",
  choose: "Choose one of the answers.",
  answers: {
    go_on: "Go on with what came",
    send_rest: "I send what is missing",
    send_right: "I send the right device",
    send_back: "Send it back to me",
  } as Readonly<Record<string, string>>,
  notes: {
    go_on: "We look at it as it is.",
    send_rest: "You find the address and the day to send it by on the page of your case.",
    send_right: "We send back what came. Your case waits for the right device.",
    send_back: "It comes back as it is. Nothing is charged, and the case ends.",
  } as Readonly<Record<string, string>>,
  more: "Anything we should know",
  send: "Send answer",
  otherwise: (day: string) =>
    `If we do not hear from you by ${day}, what came goes back to you as it is, and nothing is charged.`,
  sentence: "Answer our question about your parcel",
  answerBy: "Answer by",
  flag: "Answer",
} as const;

/** The price of a repair on the choice sheet. */
export const quote = {
  title: "What the price is made of",
  tax: "Tax",
  total: "Total",
  hours: (hours: string) => `${hours} h`,
  until: (day: string) => `This price holds until ${day}.`,
  expired: "This price has ended. Write to us for a new one, or choose another way.",
  paper: (no: number) => `Quote ${no} (PDF)`,
  clauses: "By clause",
  noPrice: "We have not named its price yet",
  noPriceSays: "Ask us for it. It then stands here, and nothing is repaired before you choose it.",
  ask: "Ask for the price",
  /** What the button writes to the bench. */
  asks: "What would a paid repair cost?",
} as const;
