import { accepted, act, IdParams } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { AppointmentSchema, appointmentView } from "../appointment.ts";
import { endAppointment } from "../endAppointment.ts";
import { lockAppointment } from "../lockAppointment.ts";
import { refusedChange } from "../refusedChange.ts";
import { isStaff } from "../slotAsked.ts";

/** POST /v1/appointments/{id}/cancellation: its time is free for others at once. */
export const cancelAppointment = act({
  route: "POST /v1/appointments/{id}/cancellation",
  permission: "appointment.book",
  summary: "Cancels an appointment; owners until the notice of the centre. The claim goes on.",
  params: IdParams,
  reply: AppointmentSchema,
  run: async (tx, { id }, at) => {
    const { appointment, centre } = await lockAppointment(tx, id);
    const refused = refusedChange({ appointment, centre, at, isStaff: isStaff(tx) });
    if (refused !== undefined) {
      return refused;
    }
    const ended = await endAppointment(tx, appointment, ["held", "booked"], "cancelled");
    return ended === undefined
      ? refuse("appointment_not_at_this_step")
      : accepted(appointmentView(ended, centre));
  },
});
