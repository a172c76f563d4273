import { type Static, Type } from "typebox";
import { claimId } from "../../claims/index.ts";
import { Country, Instant, publicId, shape } from "../../platform/index.ts";
import { type Centre, centreBody } from "../centres/index.ts";

/**
 * held -> booked -> arrived -> served. Held it lapses after ten minutes; booked it is a no-show when its time
 * is over; both can be cancelled. A walk-in begins at arrived.
 */
export const appointmentStates = [
  "held",
  "booked",
  "arrived",
  "served",
  "no_show",
  "cancelled",
  "lapsed",
] as const;
export type AppointmentState = (typeof appointmentStates)[number];

/** The states in which a bench waits for it. A claim has one of these at most. */
export const liveStates: readonly AppointmentState[] = ["held", "booked", "arrived"];

/** A visit of an owner with a device, for one claim. Numbered within its device. */
export interface Appointment {
  readonly deviceId: string;
  readonly no: number;
  readonly claimNo: number;
  readonly centreId: string;
  readonly bench: number;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly state: AppointmentState;
  readonly isWalkIn: boolean;
  /** How often it was moved. */
  readonly sequence: number;
  readonly heldUntil: Temporal.Instant | null;
  readonly madeAt: Temporal.Instant;
  readonly arrivedAt: Temporal.Instant | null;
  /** When staff were last asked whether the visit is over; null while nobody was. */
  readonly askedAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
}

/** An appointment as its owner and the centre see it. */
export const AppointmentSchema = shape({
  id: Type.String(),
  claimId: Type.String(),
  state: Type.Enum([...appointmentStates]),
  centre: shape({
    id: Type.String(),
    name: Type.String(),
    address: centreBody.address,
    country: Country,
    /** Times of this appointment are told by the clock there. */
    zone: Type.String(),
  }),
  bench: Type.Integer(),
  startsAt: Instant,
  endsAt: Instant,
  walkIn: Type.Boolean(),
  sequence: Type.Integer(),
  /** While it is held: until when. */
  heldUntil: Type.Optional(Instant),
  /** Until when its owner may move or cancel it. */
  changeUntil: Type.Optional(Instant),
  arrivedAt: Type.Optional(Instant),
  /** Its time is long over and nobody said that the visit is: since when staff are asked. */
  askedAt: Type.Optional(Instant),
  closedAt: Type.Optional(Instant),
});
export type AppointmentView = Static<typeof AppointmentSchema>;

/** `apt_<device>_<no>`. */
export function appointmentId({ deviceId, no }: Pick<Appointment, "deviceId" | "no">): string {
  return publicId("apt", deviceId, no);
}

/** Until when its owner may move or cancel it: the notice of its centre before it. Pure. */
export function changeUntil(
  { startsAt }: Pick<Appointment, "startsAt">,
  { noticeMinutes }: Pick<Centre, "noticeMinutes">,
): Temporal.Instant {
  return startsAt.subtract({ minutes: noticeMinutes });
}

/** The outside form of an appointment at its centre. */
export function appointmentView(appointment: Appointment, centre: Centre): AppointmentView {
  const { deviceId, claimNo, state, bench, isWalkIn, sequence, heldUntil, arrivedAt, askedAt, closedAt } =
    appointment;
  const { name, address, country, zone } = centre;
  const isAhead = state === "held" || state === "booked";
  return {
    id: appointmentId(appointment),
    claimId: claimId({ deviceId, no: claimNo }),
    state,
    centre: { id: publicId("cen", centre.centreId), name, address, country, zone },
    bench,
    startsAt: appointment.startsAt.toString(),
    endsAt: appointment.endsAt.toString(),
    walkIn: isWalkIn,
    sequence,
    ...(state === "held" && heldUntil !== null ? { heldUntil: heldUntil.toString() } : {}),
    ...(isAhead ? { changeUntil: changeUntil(appointment, centre).toString() } : {}),
    ...(arrivedAt === null ? {} : { arrivedAt: arrivedAt.toString() }),
    ...(state === "arrived" && askedAt !== null ? { askedAt: askedAt.toString() } : {}),
    ...(closedAt === null ? {} : { closedAt: closedAt.toString() }),
  };
}
