import { type Static, Type } from "typebox";
import { Day, Instant, publicId, shape } from "../../platform/index.ts";

/** Asked for until another hand releases or declines it; a released one may be taken out of use. */
export const batchStates = ["asked", "released", "declined", "voided"] as const;
export type BatchState = (typeof batchStates)[number];

/** A batch of codes as it is stored. */
export interface Batch {
  readonly batchId: string;
  readonly programme: string;
  readonly plan: string;
  readonly sku: string;
  readonly models: readonly string[];
  readonly region: string;
  readonly quantity: number;
  /** How many of them there are by now. */
  readonly made: number;
  /** The last day a code of it may be used, and the instant that day is over in its region. */
  readonly useBy: Temporal.PlainDate | null;
  readonly expiresAt: Temporal.Instant | null;
  readonly note: string;
  readonly state: BatchState;
  readonly askedBy: string;
  readonly askedAt: Temporal.Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly reason: string | null;
  /** Who wants it taken out of use, while another has still to agree. */
  readonly voidAskedBy: string | null;
  readonly voidAskedAt: Temporal.Instant | null;
  readonly voidReason: string | null;
  readonly voidedBy: string | null;
  readonly voidedAt: Temporal.Instant | null;
}

const Count = Type.Integer({ minimum: 0 });

/** How many codes are in which state. Those held for unpaid orders are in stock as well. */
export const CodeCounts = shape({
  stock: Count,
  held: Count,
  sold: Count,
  delivered: Count,
  redeemed: Count,
  void: Count,
  expired: Count,
});
export type CodeCounts = Static<typeof CodeCounts>;

const Told = Type.Union([Type.String(), Type.Null()]);
const At = Type.Union([Instant, Type.Null()]);

/** A batch as it is shown. */
export const BatchSchema = shape({
  id: Type.String(),
  programme: Type.String(),
  plan: Type.String(),
  sku: Type.String(),
  region: Type.String(),
  quantity: Count,
  made: Count,
  useBy: Type.Union([Day, Type.Null()]),
  note: Type.String(),
  state: Type.Enum([...batchStates]),
  askedBy: Type.String(),
  askedAt: Instant,
  decidedBy: Told,
  decidedAt: At,
  reason: Told,
  voidAskedBy: Told,
  voidAskedAt: At,
  voidReason: Told,
  voidedBy: Told,
  voidedAt: At,
});
export type BatchView = Static<typeof BatchSchema>;

/** A batch as it is shown. */
export function batchView(batch: Batch): BatchView {
  const { programme, plan, sku, region, quantity, made, note, state, askedBy, decidedBy, reason } = batch;
  const { voidAskedBy, voidReason, voidedBy } = batch;
  return {
    id: publicId("bat", batch.batchId),
    ...{ programme, plan, sku, region, quantity, made, note, state, askedBy, decidedBy, reason },
    ...{ voidAskedBy, voidReason, voidedBy },
    useBy: batch.useBy?.toString() ?? null,
    askedAt: batch.askedAt.toString(),
    decidedAt: batch.decidedAt?.toString() ?? null,
    voidAskedAt: batch.voidAskedAt?.toString() ?? null,
    voidedAt: batch.voidedAt?.toString() ?? null,
  };
}
