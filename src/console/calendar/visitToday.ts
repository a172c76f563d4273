import type { Claim } from "../../client/index.ts";
import { client } from "../client.ts";
import { serverNow } from "../serverClock.ts";
import type { Appointment } from "./calendarQueries.ts";

/** The visit of a case that is to come, or here: one at the most. */
export const expected = (claim: string) => ({ claim, state: "held,booked,arrived", limit: 1 });

/** Whether the owner of a case is expected today, by the clock of the centre: then who scans it checks in. */
export async function isExpectedToday({ id, channel }: Pick<Claim, "id" | "channel">): Promise<boolean> {
  if (channel !== "swift") {
    return false;
  }
  const { data } = await client.listAppointments(expected(id));
  return data.some((visit) => isToCheckIn(visit, serverNow()));
}

/** An appointment that is to come, on the day that it is where it is. */
export function isToCheckIn(
  { state, startsAt, centre }: Pick<Appointment, "state" | "startsAt" | "centre">,
  now: number,
): boolean {
  const dayAt = (at: number) => new Intl.DateTimeFormat("en-CA", { timeZone: centre.zone }).format(at);
  return (state === "held" || state === "booked") && dayAt(Date.parse(startsAt)) === dayAt(now);
}
