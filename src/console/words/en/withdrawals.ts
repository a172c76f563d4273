/** Who withdrew from a purchase, and the days on which nobody works. */
export const withdrawals = {
  title: "Withdrawals",
  about: "What buyers withdrew from. Each is answered: what came back, and what was paid.",
  view: "Show",
  views: { told: "To be answered", answered: "Answered", all: "All" },
  order: "Order",
  lines: "Withdrawn from",
  line: (quantity: number, name: string) => `${quantity} × ${name}`,
  saidAt: "Told",
  state: "State",
  states: { told: "To be answered", answered: "Answered" },
  answer: "Answer",
  answerOf: (order: string) => `Answer about ${order}`,
  say: "Send the answer",
  said: "Answered. Its buyer is told by mail.",
  empty: "Nobody has withdrawn from anything.",
  none: "No withdrawal fits this filter.",
};

/** The days on which countries do not work. */
export const holidays = {
  title: "Holidays",
  about:
    "Days on which a country does not work, beside Saturdays and Sundays. Promises of goods count with them.",
  country: "Country",
  countryHint: "Two letters",
  year: "Year",
  all: "All",
  day: "Day",
  name: "Holiday",
  add: "Keep this day",
  kept: (day: string) => `${day} is a holiday now.`,
  works: "Works after all",
  worksOf: (day: string, country: string) => `Works after all: ${day}, ${country}`,
  taken: (day: string) => `${day} is a working day again.`,
  empty: "There is no holiday.",
  none: "No holiday fits these filters.",
};
