import { type Static, Type } from "typebox";
import { Instant, shape } from "../../platform/index.ts";

/** Why a device may have a plan although the time for it is over. */
export const invitationReasons = ["repair", "video", "inspection"] as const;
export type InvitationReason = (typeof invitationReasons)[number];

export const invitationStates = ["open", "taken", "lapsed", "replaced"] as const;
export type InvitationState = (typeof invitationStates)[number];

/** open -> taken by the contract concluded within it | lapsed at its end | replaced by a newer one. */
export interface Invitation {
  readonly deviceId: string;
  readonly no: number;
  /** The serial it is for: it goes with no other. */
  readonly serial: string;
  readonly reason: InvitationReason;
  /** What it follows, by its public id. */
  readonly subject: string;
  readonly personId: string;
  readonly programme: string;
  readonly region: string;
  readonly zone: string;
  readonly state: InvitationState;
  readonly sentAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** The fact the terms engine reads of an invitation that is open; `none` where there is none. */
export function invitationFact(
  invitation: Pick<Invitation, "reason" | "serial" | "sentAt"> | undefined,
): "none" | { readonly reason: InvitationReason; readonly serial: string; readonly sentAt: string } {
  if (invitation === undefined) {
    return "none";
  }
  const { reason, serial, sentAt } = invitation;
  return { reason, serial, sentAt: sentAt.toString() };
}

/** An invitation as whoever was invited and the office see it. */
export const InvitationShape = shape({
  state: Type.Enum([...invitationStates]),
  reason: Type.Enum([...invitationReasons]),
  sentAt: Instant,
  endsAt: Instant,
  zone: Type.String(),
});
export type InvitationShape = Static<typeof InvitationShape>;

/** The outside form. */
export function toInvitation({ state, reason, sentAt, endsAt, zone }: Invitation): InvitationShape {
  return { state, reason, sentAt: sentAt.toString(), endsAt: endsAt.toString(), zone };
}
