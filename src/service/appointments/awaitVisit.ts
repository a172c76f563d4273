import type { Tx } from "../../platform/index.ts";
import type { Centre } from "../centres/index.ts";
import type { Appointment } from "./appointment.ts";

/** A slot was held, and nobody booked it. The key is the appointment's number. */
export const HOLD_LAPSES = "appointment_hold_lapses";

/** The day before: its owner is reminded. */
export const REMINDER = "appointment_reminder";

/** Its time is over, and nobody came. */
export const NO_SHOW = "appointment_no_show";

/** Its time is long over, and nobody said that the visit is: staff are asked. Nothing ends by itself. */
export const VISIT_STAYS = "appointment_stays";

/** So long after the end of its time staff are asked about who is still here; then every day. */
const STAYS_MINUTES = 30;
export const ASK_AGAIN_HOURS = 24;

/** How long a slot is held for somebody who is about to book it. */
export const HELD_MINUTES = 10;

/** When owners are reminded: at this hour of the day before, by the clock of the centre. */
const REMINDED_AT = "10:00";

/** Sets what a booked appointment waits for, or moves it with the appointment. */
export function awaitVisit(tx: Tx, { deviceId, no, startsAt, endsAt }: Appointment, { zone }: Centre): void {
  const key = String(no);
  tx.schedule(deviceId, NO_SHOW, key, endsAt);
  const day = startsAt.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  const remindAt = day.toZonedDateTime({ timeZone: zone, plainTime: REMINDED_AT }).toInstant();
  if (Temporal.Instant.compare(remindAt, tx.at) > 0) {
    tx.schedule(deviceId, REMINDER, key, remindAt);
  } else {
    tx.meet(deviceId, REMINDER, key);
  }
}

/** Somebody is here: the end of the visit is waited for, and nothing else. */
export function awaitDeparture(tx: Tx, appointment: Pick<Appointment, "deviceId" | "no" | "endsAt">): void {
  stopWaiting(tx, appointment);
  const { deviceId, no, endsAt } = appointment;
  tx.schedule(deviceId, VISIT_STAYS, String(no), endsAt.add({ minutes: STAYS_MINUTES }));
}

/** Nothing of an appointment is waited for any more. */
export function stopWaiting(tx: Tx, { deviceId, no }: Pick<Appointment, "deviceId" | "no">): void {
  for (const kind of [HOLD_LAPSES, REMINDER, NO_SHOW, VISIT_STAYS]) {
    tx.meet(deviceId, kind, String(no));
  }
}
