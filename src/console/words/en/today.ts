/** Somebody's own day: what they did, and what waits for them. */
export const today = {
  title: "My day",
  done: (count: Readonly<Record<"received" | "inspected" | "swapped" | "shipped", number>>) =>
    `Today you took in ${count.received}, inspected ${count.inspected}, swapped ${count.swapped} and ` +
    `shipped ${count.shipped}.`,
  inHand: "In your hands",
  inHandNone: "You have no case in hand. Scan the next one in the queue.",
  visits: "Visits today",
  visitsNone: "Nobody is expected any more today.",
  centre: "Centre",
  everyCentre: "Every centre",
  decide: "Waits for a decision",
  decideNone: "No decision waits for you.",
  override: (gives: string, reason: string) => `${gives}: ${reason}`,
  appeal: (reason: string) => `Contested: ${reason}`,
  verify: "To be looked at",
  verifyNone: "No recording waits.",
  dues: "Falls due today",
  duesNone: "Nothing falls due before tomorrow.",
  since: (age: string) => `for ${age}`,
  all: "Show all",
};
