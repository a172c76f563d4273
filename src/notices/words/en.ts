/** What letters to our own people say. */
export const words = {
  what: {
    first_look: "First look at the device",
    dispatch: "On its way after payment",
    answer: "Answer to the owner",
    clips: "A look at a late enrolment",
  },
  next: {
    inspect: "Inspect the device and save what was found.",
    analyse: "Look at what is known of the lost device.",
    review: "Decide the appeal.",
    answer: "Answer the message, or say that it needs none.",
    replace: "Choose another unit and bind it.",
    ship: "Send the device.",
    clips: "Look at it, then accept, ask again or refuse.",
  } as Readonly<Record<string, string>>,
  otherwise: "Open its page and take the next step.",
  bench: (centre: string) => `The bench of ${centre}`,
  someBench: "The bench",
  office: "The office",
  labels: {
    case: "Case",
    device: "Device",
    promise: "Promise",
    ranOut: "Ran out",
    runsOut: "Runs out",
    ball: "Who has the ball",
    next: "What to do next",
    page: "Its page",
  },
  subject: (over: number, soon: number): string => {
    if (over === 0) {
      return soon === 1 ? "A promise runs out soon" : `${soon} promises run out soon`;
    }
    const out = over === 1 ? "A promise ran out" : `${over} promises ran out`;
    return soon === 0 ? out : `${out}, ${soon === 1 ? "one runs" : `${soon} run`} out soon`;
  },
  intro: (count: number) =>
    count === 1
      ? "We promised an owner something, and it is still to be done."
      : "We promised owners something, and it is still to be done. What is longest over stands first.",
  more: (count: number) => `And ${count} more: the list has all of them.`,
  openCase: "Open the case",
  openList: "Open the list",
  because: {
    desk: (centre: string) => `You get this mail because you are named as the desk of ${centre}.`,
    lead: (centre: string) => `You get this mail because you are named as who leads ${centre}.`,
    manager: () => "You get this mail because you are a manager of this programme.",
    office: () => "You get this mail because you are named as the office.",
  },
} as const;
