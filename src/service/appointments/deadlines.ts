import type { DeadlineKind, Tx } from "../../platform/index.ts";
import type { Appointment } from "./appointment.ts";
import { appointmentByNo, askAboutVisit } from "./appointmentStore.ts";
import { ASK_AGAIN_HOURS, HOLD_LAPSES, NO_SHOW, REMINDER, VISIT_STAYS } from "./awaitVisit.ts";
import { endAppointment } from "./endAppointment.ts";

/** Nobody booked what was held: it is free again. Booked in time, there is nothing to do. */
const holdLapses: DeadlineKind = {
  kind: HOLD_LAPSES,
  run: async (tx, { rootId, key }) => {
    const appointment = await appointmentOf(tx, rootId, key);
    if (appointment?.state === "held") {
      await endAppointment(tx, appointment, ["held"], "lapsed");
    }
  },
};

/** The time is over and nobody came. The claim goes on: another time can be booked. */
const noShow: DeadlineKind = {
  kind: NO_SHOW,
  run: async (tx, { rootId, key, dueAt }) => {
    const appointment = await appointmentOf(tx, rootId, key);
    const isOver = appointment !== undefined && Temporal.Instant.compare(appointment.endsAt, dueAt) <= 0;
    if (isOver && appointment.state === "booked") {
      await endAppointment(tx, appointment, ["booked"], "no_show");
    }
  },
};

const reminder: DeadlineKind = {
  kind: REMINDER,
  run: async (tx, { rootId, key }) => {
    const appointment = await appointmentOf(tx, rootId, key);
    if (appointment?.state === "booked") {
      const { claimNo, no } = appointment;
      tx.record(rootId, [{ type: "AppointmentReminded", claimNo, appointmentNo: no }]);
    }
  },
};

/** Whoever came is still here by what we know: staff are asked, today and every day until they say. */
const visitStays: DeadlineKind = {
  kind: VISIT_STAYS,
  run: async (tx, { rootId, key }) => {
    const asked = await askAboutVisit(tx, rootId, Number(key), tx.at);
    if (asked !== undefined) {
      tx.record(rootId, [{ type: "AppointmentStays", claimNo: asked.claimNo, appointmentNo: asked.no }]);
      tx.schedule(rootId, VISIT_STAYS, key, tx.at.add({ hours: ASK_AGAIN_HOURS }));
    }
  },
};

async function appointmentOf(tx: Tx, deviceId: string, key: string): Promise<Appointment | undefined> {
  return await appointmentByNo(tx, deviceId, Number(key));
}

export const deadlines: readonly DeadlineKind[] = [holdLapses, noShow, reminder, visitStays];
