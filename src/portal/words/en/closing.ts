/** The end of a case. */
export const closing = {
  title: "What was done",
  done: "Done",
  oldSerial: "Old device",
  newSerial: "New device",
  left: "Your plan",
  leftOf: (left: number, granted: number) => `${left} of ${granted} left`,
  question: "Was this easy?",
  answers: { yes: "Yes", partly: "Partly", no: "No" },
  thanks: "Thank you: your answer is kept.",
} as const;
