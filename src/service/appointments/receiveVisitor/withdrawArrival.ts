import { accepted, act, IdParams } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { AppointmentSchema, appointmentView } from "../appointment.ts";
import { broughtSince, takeArrivalBack } from "../appointmentStore.ts";
import { awaitVisit, stopWaiting } from "../awaitVisit.ts";
import { endAppointment } from "../endAppointment.ts";
import { judgeTakingBack } from "../judgeArrival.ts";
import { lockAppointment } from "../lockAppointment.ts";

/** POST /v1/appointments/{id}/arrival/withdrawal: the check-in was a mistake. */
export const withdrawArrival = act({
  route: "POST /v1/appointments/{id}/arrival/withdrawal",
  permission: "appointment.run",
  summary:
    "Takes a check-in back that was a mistake: for fifteen minutes, until something is taken in. It is " +
    "booked again; a walk-in is cancelled.",
  params: IdParams,
  reply: AppointmentSchema,
  run: async (tx, { id }, at) => {
    const { appointment, centre } = await lockAppointment(tx, id);
    const { deviceId, no, claimNo, arrivedAt } = appointment;
    const brought = arrivedAt === null ? undefined : await broughtSince(tx, deviceId, claimNo, arrivedAt);
    const decision = judgeTakingBack(appointment, { isBrought: brought !== undefined, at });
    if (decision.refused !== undefined) {
      return decision;
    }
    tx.record(deviceId, [{ type: "AppointmentArrivalWithdrawn", claimNo, appointmentNo: no }]);
    const back = appointment.isWalkIn
      ? await endAppointment(tx, appointment, ["arrived"], "cancelled")
      : await takeArrivalBack(tx, deviceId, no);
    if (back === undefined) {
      return refuse("appointment_not_at_this_step");
    }
    if (back.state === "booked") {
      stopWaiting(tx, back);
      awaitVisit(tx, back, centre);
    }
    return accepted(appointmentView(back, centre));
  },
});
