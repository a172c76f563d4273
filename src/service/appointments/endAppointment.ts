import type { Tx } from "../../platform/index.ts";
import type { Appointment, AppointmentState } from "./appointment.ts";
import { closeAppointment } from "./appointmentStore.ts";
import { stopWaiting } from "./awaitVisit.ts";

/** What is told when an appointment ends. */
const told = {
  served: "AppointmentServed",
  no_show: "AppointmentMissed",
  cancelled: "AppointmentCancelled",
  lapsed: "AppointmentLapsed",
} as const;

/**
 * Ends an appointment that is in one of these states: its bench is free again, nothing is waited for. It is
 * told in the history. Undefined: it is in none of them. The device is locked.
 */
export async function endAppointment(
  tx: Tx,
  appointment: Appointment,
  from: readonly AppointmentState[],
  to: keyof typeof told,
): Promise<Appointment | undefined> {
  const { deviceId, no } = appointment;
  const ended = await closeAppointment(tx, deviceId, no, from, to, tx.at);
  if (ended === undefined) {
    return undefined;
  }
  tellEnded(tx, appointment, to);
  return ended;
}

/** Nothing of an appointment that has ended is waited for, and it is told in the history. */
export function tellEnded(
  tx: Tx,
  appointment: Pick<Appointment, "deviceId" | "no" | "claimNo" | "state" | "sequence">,
  to: keyof typeof told,
): void {
  const { deviceId, no, claimNo, state, sequence } = appointment;
  stopWaiting(tx, appointment);
  tx.record(deviceId, [{ type: told[to], claimNo, appointmentNo: no, was: state, sequence }]);
}
