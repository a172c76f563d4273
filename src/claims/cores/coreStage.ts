/**
 * How far an old device is: due, overdue (nobody was told yet), noticed (it will be taken), for a person to
 * review, without a card (lapsed), over.
 */
export const coreStages = ["due", "overdue", "noticed", "review", "lapsed", "over"] as const;
export type CoreStage = (typeof coreStages)[number];

/** How many civil days are left until the last day on which it may come; below 0 it is late. Pure. */
export function daysLeft(dueAt: Temporal.Instant, zone: string, at: Temporal.Instant): number {
  const last = dueAt.subtract({ seconds: 1 }).toZonedDateTimeISO(zone).toPlainDate();
  const today = at.toZonedDateTimeISO(zone).toPlainDate();
  return today.until(last, { largestUnit: "days" }).days;
}
