import { type Static, Type } from "typebox";
import { Serial, shape } from "../../platform/index.ts";
import { ClaimShape, channels } from "../claim.ts";
import { IncidentBody } from "../incident.ts";
import { AddressBody } from "../reporterOf.ts";

/** What is told when a damage is reported. */
export const OpenClaimBody = shape({
  serial: Serial,
  incident: IncidentBody,
  channel: Type.Enum([...channels]),
  wants: Type.Optional(Type.Enum(["replacement", "repair"])),
  address: Type.Optional(AddressBody),
});

/** What is answered. */
export const OpenClaimReply = shape({
  claim: ClaimShape,
  /** What to send and what to keep at home. */
  packingList: shape({ send: Type.Array(Type.String()), keep: Type.Array(Type.String()) }),
  /** True until the inspection: the bench may find otherwise. */
  provisional: Type.Boolean(),
});

export type OpenClaimAnswer = Static<typeof OpenClaimReply>;
