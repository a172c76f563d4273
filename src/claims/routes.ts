/**
 * The ways an owner can choose between: repaired for nothing because the law, the warranty or kindness says
 * so, replaced or repaired by the plan, repaired for money, sent back as it is.
 */
export const routes = ["statutory", "warranty", "plan", "paid", "goodwill", "return"] as const;
export type Route = (typeof routes)[number];
