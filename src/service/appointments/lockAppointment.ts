import assert from "node:assert/strict";
import { type ClaimRow, claimId, lockClaim } from "../../claims/index.ts";
import { notFound, type Queryable, readPublicId, type Tx } from "../../platform/index.ts";
import { type Centre, heldCentreOf } from "../centres/index.ts";
import type { Appointment } from "./appointment.ts";
import { appointmentByNo } from "./appointmentStore.ts";
import { hidden } from "./slotAsked.ts";

/** An appointment with its device locked, its claim, and its centre held as it is. */
export interface LockedAppointment {
  readonly appointment: Appointment;
  readonly claim: ClaimRow;
  readonly centre: Centre;
}

/** Locks the device of an appointment. Errors: Problem 404 when it is not the caller's. */
export async function lockAppointment(tx: Tx, id: string): Promise<LockedAppointment> {
  const { deviceId, no, claimNo } = await appointmentNamed(tx, id);
  const missing = notFound("appointment");
  const claim = await lockClaim(tx, claimId({ deviceId, no: claimNo })).catch((error: unknown) =>
    hidden(error, missing),
  );
  const appointment = await appointmentByNo(tx, deviceId, no);
  assert(appointment !== undefined, "appointments are never deleted");
  const centre = await heldCentreOf(tx, appointment.centreId);
  assert(centre !== undefined, "an appointment is at a centre");
  return { appointment, claim, centre };
}

/** An appointment by its outside id, nothing locked. Errors: Problem 404 when there is none. */
export async function appointmentNamed(db: Queryable, id: string): Promise<Appointment> {
  const { rootId, no } = readPublicId("apt", id) ?? {};
  const found = rootId === undefined || no === undefined ? undefined : await appointmentByNo(db, rootId, no);
  if (found === undefined) {
    throw notFound("appointment");
  }
  return found;
}
