/** On a batch: the last day of its codes is over. */
export const CODES_EXPIRE = "codes_expire";

/** How many days before its end the buyer of an unused code is told, with the deadline that does it. */
export const WARNINGS = [
  { days: 30, kind: "codes_end_in_30_days" },
  { days: 7, kind: "codes_end_in_7_days" },
] as const;

/** The instant a last day is over in a zone: a code may be used until then. Pure. */
export function endOfUse(useBy: Temporal.PlainDate, zone: string): Temporal.Instant {
  return useBy.add({ days: 1 }).toZonedDateTime(zone).toInstant();
}

/** When buyers are told of an end, as far as that is not over. Pure. */
export function warnAt(
  expiresAt: Temporal.Instant,
  at: Temporal.Instant,
): readonly { readonly kind: string; readonly dueAt: Temporal.Instant }[] {
  return WARNINGS.map(({ days, kind }) => ({ kind, dueAt: expiresAt.subtract({ hours: 24 * days }) })).filter(
    ({ dueAt }) => Temporal.Instant.compare(dueAt, at) > 0,
  );
}
