import type { Tx } from "../../platform/index.ts";
import type { Appointment, AppointmentState } from "./appointment.ts";
import { turnAppointment } from "./appointmentStore.ts";
import { stopWaiting } from "./awaitVisit.ts";
import { giveBenchBack } from "./takeBench.ts";

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
  const { deviceId, no, claimNo, state, sequence } = appointment;
  const ended = await turnAppointment(tx, deviceId, no, from, to, tx.at);
  if (ended === undefined) {
    return undefined;
  }
  await giveBenchBack(tx, appointment);
  stopWaiting(tx, appointment);
  tx.record(deviceId, [{ type: told[to], claimNo, appointmentNo: no, was: state, sequence }]);
  return ended;
}
