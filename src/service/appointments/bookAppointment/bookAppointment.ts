import { Type } from "typebox";
import { lockClaim } from "../../../claims/index.ts";
import { accepted, act, Instant, notFound, readPublicId, shape } from "../../../platform/index.ts";
import { heldCentreOf } from "../../centres/index.ts";
import { refuse } from "../../refusals.ts";
import { AppointmentSchema, appointmentView, liveStates } from "../appointment.ts";
import { appointmentsOfClaim, insertAppointment, newestAppointment } from "../appointmentStore.ts";
import { awaitVisit, HELD_MINUTES, HOLD_LAPSES } from "../awaitVisit.ts";
import { judgeBooking } from "../judgeBooking.ts";
import { slotAsked } from "../slotAsked.ts";
import { takeBench } from "../takeBench.ts";

/** POST /v1/appointments: a bench's time for a claim. Held, it is kept for ten minutes until it is booked. */
export const bookAppointment = act({
  route: "POST /v1/appointments",
  permission: "appointment.book",
  summary:
    "Books a time at a centre for a claim that is brought over the counter, or holds it for ten minutes.",
  body: shape({
    claim: Type.String({ minLength: 1, maxLength: 80 }),
    centre: Type.String({ minLength: 1, maxLength: 80 }),
    /** The beginning of a slot, as GET /v1/centres/{id}/slots lists it. */
    startsAt: Instant,
    /** Only hold it; POST /v1/appointments/{id}/booking books it. */
    hold: Type.Optional(Type.Boolean()),
  }),
  reply: AppointmentSchema,
  status: 201,
  dryRun: true,
  run: async (tx, { claim: id, centre: at, startsAt, hold = false }) => {
    const claim = await lockClaim(tx, id);
    const { deviceId, no: claimNo } = claim;
    const [centre, earlier, newest] = await Promise.all([
      heldCentreOf(tx, readPublicId("cen", at)?.rootId ?? ""),
      appointmentsOfClaim(tx, deviceId, claimNo),
      newestAppointment(tx, deviceId),
    ]);
    if (centre === undefined) {
      throw notFound("centre");
    }
    const { asked, benches } = await slotAsked(tx, claim, centre, Temporal.Instant.from(startsAt));
    const hasLive = earlier.some(({ state }) => liveStates.includes(state));
    const decision = judgeBooking({ claim, hasLive, asked });
    if (decision.refused !== undefined) {
      return decision;
    }
    const slot = decision.accepted;
    const no = (newest?.no ?? 0) + 1;
    const { centreId } = centre;
    const bench = await takeBench(tx, { deviceId, no, centreId, benches, ...slot });
    if (bench === undefined) {
      return refuse("slot_taken");
    }
    const heldUntil = hold ? tx.at.add({ minutes: HELD_MINUTES }) : null;
    const times = [slot.startsAt, slot.endsAt, hold ? "held" : "booked", false, heldUntil, tx.at, null];
    const made = await insertAppointment(tx, deviceId, no, claimNo, centreId, bench, ...times);
    if (made === undefined) {
      return refuse("appointment_exists");
    }
    if (heldUntil === null) {
      awaitVisit(tx, made, centre);
    } else {
      tx.schedule(deviceId, HOLD_LAPSES, String(no), heldUntil);
    }
    const type = hold ? "AppointmentHeld" : "AppointmentBooked";
    const facts = { claimNo, appointmentNo: no, centreId, startsAt: slot.startsAt.toString() };
    tx.record(deviceId, [{ type, ...facts }]);
    return accepted(appointmentView(made, centre));
  },
});
