import { Type } from "typebox";
import { accepted, act, IdParams, Instant, notFound, readPublicId, shape } from "../../../platform/index.ts";
import { heldCentreOf } from "../../centres/index.ts";
import { refuse } from "../../refusals.ts";
import { type Appointment, AppointmentSchema, appointmentView } from "../appointment.ts";
import { shiftAppointment } from "../appointmentStore.ts";
import { awaitVisit } from "../awaitVisit.ts";
import { judgeMove } from "../judgeMove.ts";
import { lockAppointment } from "../lockAppointment.ts";
import { isStaff, slotAsked } from "../slotAsked.ts";
import { giveBenchBack, takeBench } from "../takeBench.ts";

/** POST /v1/appointments/{id}/move: another time, or another centre. Refused, the old time stays. */
export const moveAppointment = act({
  route: "POST /v1/appointments/{id}/move",
  permission: "appointment.book",
  summary: "Moves an appointment to another time or centre; owners until the notice of the centre.",
  params: IdParams,
  body: shape({
    startsAt: Instant,
    /** Left out: where it is. */
    centre: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
    /** Left out: any that is free then. */
    bench: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  reply: AppointmentSchema,
  dryRun: true,
  run: async (tx, { id, startsAt, centre: named, bench: wanted }) => {
    const { appointment, claim, centre: old } = await lockAppointment(tx, id);
    const centre =
      named === undefined ? old : await heldCentreOf(tx, readPublicId("cen", named)?.rootId ?? "");
    if (centre === undefined) {
      throw notFound("centre");
    }
    const { asked, benches } = await slotAsked(tx, claim, centre, Temporal.Instant.from(startsAt));
    const change = { appointment, centre: old, at: tx.at, isStaff: isStaff(tx) };
    const decision = judgeMove(change, claim, asked);
    if (decision.refused !== undefined) {
      return decision;
    }
    const stays = isWhereItWas(appointment, { centreId: centre.centreId, startsAt, bench: wanted });
    if (stays) {
      return accepted(appointmentView(appointment, centre));
    }
    // Its own time may overlap the new one. A refusal rolls this back.
    await giveBenchBack(tx, appointment);
    const slot = decision.accepted;
    const { deviceId, no, claimNo } = appointment;
    const { centreId } = centre;
    const tried = wanted === undefined ? benches : benches.filter((bench) => bench === wanted);
    const bench = await takeBench(tx, { deviceId, no, centreId, benches: tried, ...slot });
    if (bench === undefined) {
      return refuse("slot_taken");
    }
    const moved = await shiftAppointment(tx, deviceId, no, centreId, bench, slot.startsAt, slot.endsAt);
    if (moved === undefined) {
      return refuse("appointment_not_at_this_step");
    }
    if (moved.state === "booked") {
      awaitVisit(tx, moved, centre);
    }
    const { state, sequence } = moved;
    const facts = {
      claimNo,
      appointmentNo: no,
      centreId,
      startsAt: slot.startsAt.toString(),
      state,
      sequence,
    };
    tx.record(deviceId, [{ type: "AppointmentMoved", ...facts }]);
    return accepted(appointmentView(moved, centre));
  },
});

/** Moved to where it is it stays: nothing is told, and no calendar gets a new one. */
function isWhereItWas(
  { centreId, startsAt, bench }: Pick<Appointment, "centreId" | "startsAt" | "bench">,
  to: { readonly centreId: string; readonly startsAt: string; readonly bench: number | undefined },
): boolean {
  const isThen = startsAt.equals(Temporal.Instant.from(to.startsAt));
  return isThen && centreId === to.centreId && (to.bench === undefined || to.bench === bench);
}
