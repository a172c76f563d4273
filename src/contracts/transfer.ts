import { type Static, Type } from "typebox";
import { Instant, publicId, ReceiptSchema, shape } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";

/** Waiting for the next holder, agreed to by both, said no to, taken back, not answered in time. */
export const transferStates = ["asked", "agreed", "declined", "withdrawn", "lapsed"] as const;
export type TransferState = (typeof transferStates)[number];

/** The passing of a contract from one holder to the next. */
export interface Transfer {
  readonly deviceId: string;
  readonly no: number;
  readonly contractNo: number;
  /** The person who has the contract when it is asked for. */
  readonly fromId: string;
  /** The person who is to have it. */
  readonly toId: string;
  readonly state: TransferState;
  readonly receipt: Receipt;
  /** What the next holder does not get, in the words of the terms: `cancellation`. */
  readonly loses: readonly string[];
  readonly askedAt: Temporal.Instant;
  readonly lapsesAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
}

/** A transfer as its two parties and the office see it. Neither party is told the other's address. */
export const TransferShape = shape({
  id: Type.String(),
  contractId: Type.String(),
  serial: Type.String(),
  product: Type.String(),
  programme: Type.String(),
  endsAt: Instant,
  /** In which its days are counted. */
  zone: Type.String(),
  state: Type.Enum([...transferStates]),
  /** Whether it is the caller who is to have it, who has it, or neither. */
  you: Type.Union([Type.Literal("giver"), Type.Literal("taker"), Type.Literal("office")]),
  loses: Type.Array(Type.String()),
  receipt: ReceiptSchema,
  askedAt: Instant,
  lapsesAt: Instant,
  endedAt: Type.Union([Instant, Type.Null()]),
});
export type TransferShape = Static<typeof TransferShape>;

/** `trf_<device>_<no>`. */
export function transferId({ deviceId, no }: Pick<Transfer, "deviceId" | "no">): string {
  return publicId("trf", deviceId, no);
}
