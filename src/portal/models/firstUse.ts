import type { Answers } from "../visit/draft.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";

/** When a device was first used, as an instant. Where the hour was not given the day counts from its start, by the
 * clock of the place the person names; so a window in hours is never made longer than it is. */
export function firstUseOf(given: Answers, zone: string): string {
  if (given.firstUse === "never") {
    return "never";
  }
  const day = Temporal.PlainDate.from(given.firstUsedOn ?? "");
  const time = given.firstUsedTime
    ? Temporal.PlainTime.from(given.firstUsedTime)
    : Temporal.PlainTime.from("00:00");
  return day.toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant().toString();
}

export function firstUsePrinted(given: Answers): string {
  if (given.firstUse === "never") {
    return en.activate.firstUsedNever;
  }
  const day = formatDay(Temporal.PlainDate.from(given.firstUsedOn ?? ""));
  return given.firstUsedTime ? `${day}, ${given.firstUsedTime}` : day;
}
