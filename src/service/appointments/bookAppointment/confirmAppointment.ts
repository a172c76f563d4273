import { accepted, act, IdParams } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { AppointmentSchema, appointmentView } from "../appointment.ts";
import { turnAppointment } from "../appointmentStore.ts";
import { awaitVisit, HOLD_LAPSES } from "../awaitVisit.ts";
import { lockAppointment } from "../lockAppointment.ts";

/** POST /v1/appointments/{id}/booking: what was held is booked, while it is held. */
export const confirmAppointment = act({
  route: "POST /v1/appointments/{id}/booking",
  permission: "appointment.book",
  summary: "Books the time that is held. After ten minutes it is free for others, and this is refused.",
  params: IdParams,
  reply: AppointmentSchema,
  run: async (tx, { id }) => {
    const { appointment, centre } = await lockAppointment(tx, id);
    const { deviceId, no, claimNo, centreId, startsAt, state, heldUntil } = appointment;
    const isOver = heldUntil !== null && Temporal.Instant.compare(heldUntil, tx.at) <= 0;
    if (state === "lapsed" || (state === "held" && isOver)) {
      return refuse("slot_hold_over");
    }
    const booked = await turnAppointment(tx, deviceId, no, ["held"], "booked", tx.at);
    if (booked === undefined) {
      return refuse("appointment_not_at_this_step");
    }
    tx.meet(deviceId, HOLD_LAPSES, String(no));
    awaitVisit(tx, booked, centre);
    const facts = { claimNo, appointmentNo: no, centreId, startsAt: startsAt.toString() };
    tx.record(deviceId, [{ type: "AppointmentBooked", ...facts }]);
    return accepted(appointmentView(booked, centre));
  },
});
