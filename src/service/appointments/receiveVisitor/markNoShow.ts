import { accepted, act, IdParams } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { AppointmentSchema, appointmentView } from "../appointment.ts";
import { endAppointment } from "../endAppointment.ts";
import { lockAppointment } from "../lockAppointment.ts";

/** POST /v1/appointments/{id}/no-show: nobody came. By itself it is one when its time is over. */
export const markNoShow = act({
  route: "POST /v1/appointments/{id}/no-show",
  permission: "appointment.run",
  summary: "Nobody came: from the beginning of the time on. The bench is free again, the claim goes on.",
  params: IdParams,
  reply: AppointmentSchema,
  run: async (tx, { id }, at) => {
    const { appointment, centre } = await lockAppointment(tx, id);
    if (appointment.state === "booked" && Temporal.Instant.compare(at, appointment.startsAt) < 0) {
      return refuse("appointment_to_come");
    }
    const ended = await endAppointment(tx, appointment, ["booked"], "no_show");
    return ended === undefined
      ? refuse("appointment_not_at_this_step")
      : accepted(appointmentView(ended, centre));
  },
});
