import type { Claim } from "../../client/index.ts";
import { client } from "../client.ts";
import { serverNow } from "../serverClock.ts";
import type { Appointment } from "./calendarQueries.ts";

/** The visit of a case that is to come, or here: one at the most. */
export const expected = (claim: string) => ({ claim, state: "held,booked,arrived", limit: 1 });

/** Whether the owner of a case is here, or expected today by the centre's clock: then it goes on there. */
export async function isExpectedToday({ id, channel }: Pick<Claim, "id" | "channel">): Promise<boolean> {
  if (channel !== "swift") {
    return false;
  }
  const { data } = await client.listAppointments(expected(id));
  return data.some((visit) => visit.state === "arrived" || isToCheckIn(visit, serverNow()));
}

/** An appointment that is to come, on the day that it is where it is. */
export function isToCheckIn(
  { state, startsAt, centre }: Pick<Appointment, "state" | "startsAt" | "centre">,
  now: number,
): boolean {
  return (state === "held" || state === "booked") && isSameDay({ startsAt, centre }, now);
}

/** Whether it is the day of an appointment, where it is. */
export function isSameDay(
  { startsAt, centre }: Pick<Appointment, "startsAt" | "centre">,
  now: number,
): boolean {
  const dayAt = (at: number) => new Intl.DateTimeFormat("en-CA", { timeZone: centre.zone }).format(at);
  return dayAt(Date.parse(startsAt)) === dayAt(now);
}

const UNDO_MS = 15 * 60_000;

/** Whether a check-in can still be taken back; whether something came since is the server's to say. */
export function canUndo({ arrivedAt }: Pick<Appointment, "arrivedAt">, now: number): boolean {
  return arrivedAt !== undefined && now - Date.parse(arrivedAt) <= UNDO_MS;
}
