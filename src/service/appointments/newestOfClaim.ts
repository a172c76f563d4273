import assert from "node:assert/strict";
import type { Queryable } from "../../platform/index.ts";
import { centreOf } from "../centres/index.ts";
import { type AppointmentView, appointmentView } from "./appointment.ts";
import { appointmentsOfClaim } from "./appointmentStore.ts";

/** The newest appointment of a claim, over or not; undefined where it had none. */
export async function newestOfClaim(
  db: Queryable,
  deviceId: string,
  claimNo: number,
): Promise<AppointmentView | undefined> {
  const [newest] = await appointmentsOfClaim(db, deviceId, claimNo);
  if (newest === undefined) {
    return undefined;
  }
  const centre = await centreOf(db, newest.centreId);
  assert(centre !== undefined, "an appointment is at a centre");
  return appointmentView(newest, centre);
}
