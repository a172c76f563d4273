import { accepted, act, IdParams } from "../../../platform/index.ts";
import { refuse } from "../../refusals.ts";
import { AppointmentSchema, appointmentView } from "../appointment.ts";
import { endAppointment } from "../endAppointment.ts";
import { lockAppointment } from "../lockAppointment.ts";

/** POST /v1/appointments/{id}/departure: the visit is over, whether the device stays or goes. */
export const endVisit = act({
  route: "POST /v1/appointments/{id}/departure",
  permission: "appointment.run",
  summary: "The visit is over and the bench is free again. The claim goes on where it stands.",
  params: IdParams,
  reply: AppointmentSchema,
  run: async (tx, { id }) => {
    const { appointment, centre } = await lockAppointment(tx, id);
    const ended = await endAppointment(tx, appointment, ["arrived"], "served");
    return ended === undefined
      ? refuse("appointment_not_at_this_step")
      : accepted(appointmentView(ended, centre));
  },
});
