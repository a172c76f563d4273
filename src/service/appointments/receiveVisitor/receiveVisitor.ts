import { accepted, act, type Decision, IdParams, type Tx } from "../../../platform/index.ts";
import { benchesFor, needOf } from "../../centres/index.ts";
import { refuse } from "../../refusals.ts";
import { type Appointment, AppointmentSchema, appointmentView, liveStates } from "../appointment.ts";
import { appointmentsOfClaim, comeLate, turnAppointment } from "../appointmentStore.ts";
import { awaitDeparture } from "../awaitVisit.ts";
import { judgeArrival } from "../judgeArrival.ts";
import { timeFrom } from "../judgeWalkIn.ts";
import { type LockedAppointment, lockAppointment } from "../lockAppointment.ts";
import { takeBench } from "../takeBench.ts";

/** POST /v1/appointments/{id}/arrival: its owner is at the counter. */
export const receiveVisitor = act({
  route: "POST /v1/appointments/{id}/arrival",
  permission: "appointment.run",
  summary:
    "The owner is at the counter: on the day, also before the time, for a slot that is only held, and " +
    "after they had been missed, where a bench is free now.",
  params: IdParams,
  reply: AppointmentSchema,
  run: async (tx, { id }, at) => {
    const locked = await lockAppointment(tx, id);
    const { appointment, claim, centre } = locked;
    const { deviceId, no, claimNo } = appointment;
    const others = appointment.state === "no_show" ? await appointmentsOfClaim(tx, deviceId, claimNo) : [];
    const hasLive = others.some(({ state }) => liveStates.includes(state));
    const decision = judgeArrival({ appointment, claim, hasLive, zone: centre.zone, at });
    if (decision.refused !== undefined) {
      return decision;
    }
    const taken = decision.accepted === "late" ? await takeLate(tx, locked) : await takeExpected(tx, locked);
    if (taken.refused !== undefined) {
      return taken;
    }
    const arrived = taken.accepted;
    awaitDeparture(tx, arrived);
    const facts = { claimNo, appointmentNo: no, centreId: centre.centreId, isWalkIn: arrived.isWalkIn };
    tx.record(deviceId, [{ type: "AppointmentArrived", ...facts, was: appointment.state }]);
    return accepted(appointmentView(arrived, centre));
  },
});

async function takeExpected(tx: Tx, { appointment }: LockedAppointment): Promise<Decision<Appointment>> {
  const { deviceId, no } = appointment;
  const arrived = await turnAppointment(tx, deviceId, no, ["held", "booked"], "arrived", tx.at);
  return arrived === undefined ? refuse("appointment_not_at_this_step") : accepted(arrived);
}

/** The time they had is given away: they take the first bench that is free now, as a walk-in does. */
async function takeLate(
  tx: Tx,
  { appointment, claim, centre }: LockedAppointment,
): Promise<Decision<Appointment>> {
  const { deviceId, no } = appointment;
  const need = await needOf(tx, { region: claim.region, model: claim.device.model });
  const benches = benchesFor(centre, need).map((each) => each.no);
  const time = timeFrom(tx.at, centre);
  const { centreId } = centre;
  const bench = await takeBench(tx, { deviceId, no, centreId, benches, ...time });
  if (bench === undefined) {
    return refuse("no_bench_free");
  }
  const arrived = await comeLate(tx, deviceId, no, bench, time.startsAt, time.endsAt, tx.at);
  return arrived === undefined ? refuse("appointment_not_at_this_step") : accepted(arrived);
}
