import { type Static, Type } from "typebox";
import { codeIdOf } from "../../contracts/index.ts";
import { Day, Instant, publicId, shape } from "../../platform/index.ts";

export const soldCodeStates = ["sold", "redeemed", "void", "expired"] as const;

/** A code of an order, as its seller may know it: what became of it and when, never with whom. */
export interface SoldCode {
  readonly digest: Buffer;
  readonly orderId: string;
  readonly lineNo: number;
  readonly batchId: string | null;
  readonly sku: string;
  readonly region: string;
  readonly last4: string;
  readonly state: (typeof soldCodeStates)[number];
  readonly voidedFor: string | null;
  readonly soldAt: Temporal.Instant | null;
  readonly deliveredAt: Temporal.Instant | null;
  readonly redeemedAt: Temporal.Instant | null;
  readonly useBy: Temporal.PlainDate | null;
  /** Public id of the contract it became: for the office alone. */
  readonly redeemedBy: string | null;
}

const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** A code as it is shown: it opens nothing, and says nothing of who used it. */
export const SoldCodeSchema = shape({
  id: Type.String(),
  state: Type.Enum([...soldCodeStates]),
  /** Sold, and not in its buyer's hands yet. */
  isDelivered: Type.Boolean(),
  sku: Type.String(),
  region: Type.String(),
  last4: Type.String(),
  order: Type.String(),
  lineNo: Type.Integer(),
  batch: orNull(Type.String()),
  voidedFor: orNull(Type.String()),
  soldAt: orNull(Instant),
  deliveredAt: orNull(Instant),
  redeemedAt: orNull(Instant),
  useBy: orNull(Day),
  /** For the office alone; null for its seller. */
  contract: orNull(Type.String()),
});
export type SoldCodeView = Static<typeof SoldCodeSchema>;

/** A code as it is shown. `office` sees the contract it became. */
export function soldCodeView(code: SoldCode, office: boolean): SoldCodeView {
  const { digest, orderId, batchId, soldAt, deliveredAt, redeemedAt, useBy, redeemedBy, ...told } = code;
  return {
    ...told,
    id: codeIdOf(digest),
    isDelivered: deliveredAt !== null,
    order: publicId("ord", orderId),
    batch: batchId === null ? null : publicId("bat", batchId),
    soldAt: soldAt?.toString() ?? null,
    deliveredAt: deliveredAt?.toString() ?? null,
    redeemedAt: redeemedAt?.toString() ?? null,
    useBy: useBy?.toString() ?? null,
    contract: office ? redeemedBy : null,
  };
}
