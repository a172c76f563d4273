import assert from "node:assert/strict";
import { claimId, readClaim } from "../../claims/index.ts";
import { IdParams, notFound, read } from "../../platform/index.ts";
import { centreOf } from "../centres/index.ts";
import { AppointmentSchema, appointmentView } from "./appointment.ts";
import { appointmentNamed } from "./lockAppointment.ts";

/** GET /v1/appointments/{id}. */
export const showAppointment = read({
  route: "GET /v1/appointments/{id}",
  permission: "appointment.read",
  summary: "One appointment, where it is, and until when its owner may change it.",
  params: IdParams,
  reply: AppointmentSchema,
  run: async (db, { id }) => {
    const appointment = await appointmentNamed(db, id);
    const { deviceId, claimNo, centreId } = appointment;
    if ((await readClaim(db, claimId({ deviceId, no: claimNo }))) === undefined) {
      throw notFound("appointment");
    }
    const centre = await centreOf(db, centreId);
    assert(centre !== undefined, "an appointment is at a centre");
    return appointmentView(appointment, centre);
  },
});
