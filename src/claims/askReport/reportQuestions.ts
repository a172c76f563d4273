/** The questions of a report, in the order in which they are asked, and the facts each of them tells. */
export const reportQuestions = {
  what: ["cause"],
  when: ["at", "country"],
  back: ["lost"],
  more: ["stolen", "abandoned"],
  parts: ["parts"],
  record: ["flightLog"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ReportQuestion = keyof typeof reportQuestions;
export const questionNames = Object.keys(reportQuestions) as ReportQuestion[];

/** Without these there is no report, whatever the terms need. */
export const alwaysAsked: ReadonlySet<string> = new Set(["cause", "at"]);
