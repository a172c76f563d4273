import { Type } from "typebox";
import { lockClaim } from "../../../claims/index.ts";
import { accepted, act, notFound, readPublicId, shape } from "../../../platform/index.ts";
import { benchesFor, heldCentreOf, needOf } from "../../centres/index.ts";
import { refuse } from "../../refusals.ts";
import { AppointmentSchema, appointmentView, liveStates } from "../appointment.ts";
import { appointmentsOfClaim, insertAppointment, newestAppointment } from "../appointmentStore.ts";
import { awaitDeparture } from "../awaitVisit.ts";
import { judgeWalkIn } from "../judgeWalkIn.ts";
import { takeBench } from "../takeBench.ts";

/** POST /v1/walk-ins: somebody is at the counter without an appointment, and a bench is free. */
export const walkIn = act({
  route: "POST /v1/walk-ins",
  permission: "appointment.run",
  summary: "Takes somebody who came without an appointment, if a bench that does the model is free now.",
  body: shape({
    claim: Type.String({ minLength: 1, maxLength: 80 }),
    centre: Type.String({ minLength: 1, maxLength: 80 }),
  }),
  reply: AppointmentSchema,
  status: 201,
  run: async (tx, { claim: id, centre: named }, at) => {
    const claim = await lockClaim(tx, id);
    const { deviceId, no: claimNo } = claim;
    const [centre, earlier, newest] = await Promise.all([
      heldCentreOf(tx, readPublicId("cen", named)?.rootId ?? ""),
      appointmentsOfClaim(tx, deviceId, claimNo),
      newestAppointment(tx, deviceId),
    ]);
    if (centre === undefined) {
      throw notFound("centre");
    }
    const need = await needOf(tx, { region: claim.region, model: claim.device.model });
    const hasLive = earlier.some(({ state }) => liveStates.includes(state));
    const decision = judgeWalkIn({ claim, hasLive, centre, need, at });
    if (decision.refused !== undefined) {
      return decision;
    }
    const { startsAt, endsAt } = decision.accepted;
    const no = (newest?.no ?? 0) + 1;
    const { centreId } = centre;
    const benches = benchesFor(centre, need).map((each) => each.no);
    const bench = await takeBench(tx, { deviceId, no, centreId, benches, startsAt, endsAt });
    if (bench === undefined) {
      return refuse("no_bench_free");
    }
    const times = [startsAt, endsAt, "arrived", true, null, at, at];
    const made = await insertAppointment(tx, deviceId, no, claimNo, centreId, bench, ...times);
    if (made === undefined) {
      return refuse("appointment_exists");
    }
    awaitDeparture(tx, made);
    tx.record(deviceId, [
      { type: "AppointmentArrived", claimNo, appointmentNo: no, centreId, isWalkIn: true },
    ]);
    return accepted(appointmentView(made, centre));
  },
});
