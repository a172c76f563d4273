import type { Tx } from "../../platform/index.ts";
import type { Terms } from "../../terms/index.ts";
import type { DeviceRecord } from "../deviceRecord.ts";
import type { InvitationReason } from "./invitation.ts";
import { INVITATION_ENDS, INVITATION_REMINDER, REMINDED_BEFORE } from "./invitationEnds.ts";
import { insertInvitation, replaceInvitation } from "./invitationStore.ts";
import { invitedOffer } from "./invitedOffer.ts";

/** What is to be sent, and whom to. */
export interface InvitationWanted {
  readonly reason: InvitationReason;
  /** The public id of what it follows. */
  readonly subject: string;
  readonly personId: string;
  readonly programme: string;
  readonly region: string;
  /** By which a plan is offered now. */
  readonly terms: Terms;
  /** The plans that are sold for the model. */
  readonly plans: readonly string[];
}

/** An invitation that was sent. */
export interface InvitationSent {
  readonly no: number;
  readonly endsAt: Temporal.Instant;
}

/**
 * Invites a locked device to have a plan now, until the end that the terms give such an invitation.
 * Undefined: the terms have no such way for it, it has a plan, or what this follows has invited it before.
 */
export async function sendInvitation(
  tx: Tx,
  record: DeviceRecord,
  wanted: InvitationWanted,
): Promise<InvitationSent | undefined> {
  const { deviceId, serial } = record.device;
  const { reason, subject, personId, programme, region } = wanted;
  const offered = invitedOffer(record, { ...wanted, at: tx.at });
  if (offered.endsAt === undefined) {
    return undefined;
  }
  const { endsAt, zone } = offered;
  await replaceInvitation(tx, deviceId, tx.at, subject);
  const told = [serial, reason, subject, personId, programme, region, zone, tx.at, endsAt];
  const sent = await insertInvitation(tx, deviceId, ...told);
  if (sent === undefined) {
    return undefined;
  }
  const key = String(sent.no);
  tx.schedule(deviceId, INVITATION_ENDS, key, endsAt);
  const remindedAt = endsAt.subtract(REMINDED_BEFORE);
  if (Temporal.Instant.compare(remindedAt, tx.at) > 0) {
    tx.schedule(deviceId, INVITATION_REMINDER, key, remindedAt);
  }
  const event = { invitationNo: sent.no, reason, subject, endsAt: endsAt.toString() };
  tx.record(deviceId, [{ type: "InvitationSent", ...event }]);
  return { no: sent.no, endsAt };
}
