import { accepted, act, IdParams } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { AppointmentSchema, appointmentView } from "../appointment.ts";
import { turnAppointment } from "../appointmentStore.ts";
import { stopWaiting } from "../awaitVisit.ts";
import { lockAppointment } from "../lockAppointment.ts";

/** POST /v1/appointments/{id}/arrival: its owner is at the counter. */
export const receiveVisitor = act({
  route: "POST /v1/appointments/{id}/arrival",
  permission: "appointment.run",
  summary: "The owner is at the counter. Also before the time, and for a slot that is only held.",
  params: IdParams,
  reply: AppointmentSchema,
  run: async (tx, { id }, at) => {
    const { appointment, centre } = await lockAppointment(tx, id);
    const { deviceId, no, claimNo } = appointment;
    const arrived = await turnAppointment(tx, deviceId, no, ["held", "booked"], "arrived", at);
    if (arrived === undefined) {
      return refuse("appointment_not_at_this_step");
    }
    stopWaiting(tx, appointment);
    const facts = { claimNo, appointmentNo: no, centreId: centre.centreId, isWalkIn: false };
    tx.record(deviceId, [{ type: "AppointmentArrived", ...facts }]);
    return accepted(appointmentView(arrived, centre));
  },
});
