import { type Static, Type } from "typebox";
import { Instant, publicId, shape } from "../../platform/index.ts";
import { claimId } from "../claim.ts";
import { mailOutcomes } from "./judgeMail.ts";
import { type MailRow, mailStates } from "./mailStore.ts";

/** A mail as who sorts it sees it. */
export const MailShape = shape({
  id: Type.String(),
  state: Type.Enum([...mailStates]),
  receivedAt: Instant,
  bytes: Type.Integer(),
  sender: Type.Optional(Type.String()),
  senderName: Type.Optional(Type.String()),
  subject: Type.Optional(Type.String()),
  /** The beginning of what it says. */
  opening: Type.Optional(Type.String()),
  /** Why it is in no case. */
  outcome: Type.Optional(Type.Enum([...mailOutcomes])),
  claimId: Type.Optional(Type.String()),
  /** Of one that is of a report: when it waits for a person, unless a case comes of that before. */
  returnsAt: Type.Optional(Instant),
  reason: Type.Optional(Type.String()),
  settledAt: Type.Optional(Instant),
  settledBy: Type.Optional(Type.String()),
});
export type MailShape = Static<typeof MailShape>;

/** The outside form of a mail, with when it waits for a person again. */
export function toMail(row: MailRow, returnsAt?: Temporal.Instant): MailShape {
  const { mailId, state, receivedAt, bytes, deviceId, claimNo, settledAt } = row;
  const { sender, senderName, subject, opening, outcome, reason, settledBy } = row;
  const told = Object.entries({ sender, senderName, subject, opening, outcome, reason, settledBy });
  return {
    ...{ id: publicId("mal", mailId), state, receivedAt: receivedAt.toString(), bytes },
    ...(Object.fromEntries(told.filter(([, value]) => value !== null && value !== "")) as Partial<MailShape>),
    ...(deviceId === null || claimNo === null ? {} : { claimId: claimId({ deviceId, no: claimNo }) }),
    ...(state !== "drafted" || returnsAt === undefined ? {} : { returnsAt: returnsAt.toString() }),
    ...(settledAt === null ? {} : { settledAt: settledAt.toString() }),
  };
}
