import type { Answers } from "../visit/draft.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";
import { regionZone } from "./regionZone.ts";

/**
 * When a device was first used, as an instant. An hour is read by the clock of the region. A bare day is
 * a day of the plan's own zone and counts from its start, so that it is printed as it was told; never
 * later than now.
 */
export function firstUseOf(given: Answers): string {
  const { firstUse, firstUsedOn = "", firstUsedTime = "", region = "", zone = "UTC", now = "" } = given;
  if (firstUse === "never") {
    return "never";
  }
  const day = Temporal.PlainDate.from(firstUsedOn);
  const moment =
    firstUsedTime === ""
      ? day.toZonedDateTime(zone)
      : day.toZonedDateTime({ timeZone: regionZone(region), plainTime: firstUsedTime });
  const first = moment.toInstant();
  const latest = firstUsedTime === "" && now !== "" ? Temporal.Instant.from(now) : first;
  return (Temporal.Instant.compare(first, latest) > 0 ? latest : first).toString();
}

export function firstUsePrinted(given: Answers): string {
  if (given.firstUse === "never") {
    return en.activate.firstUsedNever;
  }
  const day = formatDay(Temporal.PlainDate.from(given.firstUsedOn ?? ""));
  return given.firstUsedTime ? `${day}, ${given.firstUsedTime}` : day;
}
